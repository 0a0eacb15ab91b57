import { looksASymbol, noTone } from './hear-tones.ts';
import { loopSymbols } from './sound-code.ts';

/** Looks by which a symbol may come early or late after the one before it: 15 ms. */
const slipAtMost = 3;

/** Symbols that follow each other, a loop of them at most, though not quite as long as they were made. */
export interface FollowedTones {
  readonly symbols: readonly number[];
  /** The look at which each of them ends. */
  readonly ends: readonly number[];
}

/**
 * Follows symbols from the look at which one begins to the end of a loop, or to where none follows. Calls stretch and
 * squeeze sound by some ms to make up for packets that come late, so each symbol is sought around the place where it
 * should be, and the next from its middle.
 */
export function followTones(tones: Uint8Array, from: number): FollowedTones {
  const symbols: number[] = [];
  const ends: number[] = [];
  let found = (tones[from] ?? noTone) === noTone ? -1 : from;
  while (found >= 0 && symbols.length < loopSymbols) {
    const tone = tones[found] as number;
    const look = middleOf(tones, found, tone);
    symbols.push(tone);
    ends.push(look + looksASymbol);
    found = nearestTone(tones, look + looksASymbol);
  }
  return { symbols, ends };
}

function nearestTone(tones: Uint8Array, expected: number): number {
  for (let slip = 0; slip <= slipAtMost; slip += 1)
    for (const look of [expected - slip, expected + slip])
      if ((tones[look] ?? noTone) !== noTone) return look;
  return -1;
}

/** The middle of the tone where it lasts for one symbol; of a longer one only the place at hand is known. */
function middleOf(tones: Uint8Array, at: number, tone: number): number {
  let first = at;
  let last = at;
  while (at - first <= looksASymbol && tones[first - 1] === tone) first -= 1;
  while (last - at <= looksASymbol && tones[last + 1] === tone) last += 1;
  const middle = Math.round((first + last) / 2);
  return last - first > looksASymbol + slipAtMost || Math.abs(middle - at) > slipAtMost
    ? at
    : middle;
}
