import { loopSymbols, symbolRate } from './sound-code.ts';
import type { SoundStretch } from './media-reading.ts';

/** Half of the loop in which a mark is spoken, in ms: a loop that was really heard lasts longer. */
const halfALoopMs = ((loopSymbols / symbolRate) * 1000) / 2;

/**
 * Sound stretches in the order of time, without misreadings. Between two symbols a loop can be misread as one with a
 * right checksum, about once in 65,536 times; its authenticity code is then wrong. Sound that really bears a strange
 * mark bears it for a loop at least, and shares no loop with a mark of this run.
 */
export function withoutMisreadings(stretches: readonly SoundStretch[]): SoundStretch[] {
  return stretches.map((stretch, index) => {
    if (stretch.mark?.integrity !== 'foreign' || stretch.toMs - stretch.fromMs >= halfALoopMs)
      return stretch;
    const neighbour = [stretches[index - 1], stretches[index + 1]].find(
      (one) => one?.mark?.integrity === 'authentic',
    );
    return neighbour === undefined ? stretch : { ...stretch, mark: neighbour.mark };
  });
}
