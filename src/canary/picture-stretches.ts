import type { MarkReading } from './mark.ts';
import type { PictureStretch } from './media-reading.ts';
import { mergeStretches } from './media-reading.ts';
import type { SeenFrame } from './read-picture-track.ts';

/**
 * Who is in the frames of a picture track, and when: stretches for each person, and for the time in which nobody is read, in
 * the order in which they begin.
 */
export function pictureStretches(
  frames: readonly SeenFrame[],
  track: number,
  read: (mark: Uint8Array) => MarkReading | null,
): PictureStretch[] {
  if (frames.length === 0) return [{ track, fromMs: 0, toMs: 0, mark: null }];
  const shown = frames.flatMap(({ fromMs, toMs, marks }): PictureStretch[] => {
    const people = marks.flatMap((mark) => read(mark) ?? []);
    return (people.length === 0 ? [null] : people).map((mark) => ({ track, fromMs, toMs, mark }));
  });
  return [...Map.groupBy(shown, ({ mark }) => JSON.stringify(mark)).values()]
    .flatMap((person) => mergeStretches(person))
    .toSorted((one, other) => one.fromMs - other.fromMs);
}
