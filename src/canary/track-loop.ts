import { looksASymbol, noTone } from './hear-tones.ts';
import { loopSymbols } from './sound-code.ts';

/** Looks by which a symbol may come early or late after the one before it: 15 ms. */
const slipAtMost = 3;

/** A loop whose symbols are not quite as long as they were made. */
export interface TrackedLoop {
  /** The tones of 23 symbols, one after the other, the synchronising one at any place. */
  readonly symbols: Uint8Array;
  /** The look at which the last symbol ends. */
  readonly end: number;
}

/**
 * Follows 23 symbols from the look at which one begins. Calls stretch and squeeze sound by some ms to make up for
 * packets that come late, so each symbol is sought around the place where it should be, and the next from its middle.
 */
export function trackLoop(tones: Uint8Array, from: number): TrackedLoop | undefined {
  const symbols = new Uint8Array(loopSymbols);
  let look = from;
  for (let symbol = 0; symbol < loopSymbols; symbol += 1) {
    const found = symbol === 0 ? look : nearestTone(tones, look + looksASymbol);
    const tone = tones[found] ?? noTone;
    if (found < 0 || tone === noTone) return undefined;
    symbols[symbol] = tone;
    look = middleOf(tones, found, tone);
  }
  return { symbols, end: look + looksASymbol };
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
