import type { Role } from '../model/role.ts';
import { markBytes } from './mark.ts';

/** Samples a second at which sound is read, and the cheapest rate at which it is made. */
export const readingRate = 8000;

/** Symbols a second; a symbol lasts 40 ms and carries four bits. */
export const symbolRate = 25;

/** A loop is one synchronising symbol and the mark, four bits a symbol. */
export const loopSymbols = 1 + markBytes * 2;

/** The tone that starts a loop and never carries data. */
export const syncTone = 16;

/** Tones a role has: sixteen for data, one to synchronise. */
export const tonesARole = 17;

const toneSpacing = 75;
const lowestTone: Readonly<Record<Role, number>> = { patient: 500, clinician: 2000 };

/** Frequency of a tone in hertz: always whole cycles a symbol, so that symbols join without a click and stay orthogonal. */
export function toneFrequency(role: Role, tone: number): number {
  return lowestTone[role] + tone * toneSpacing;
}

/** The tones of one loop, the synchronising one first. */
export function tonesOfMark(mark: Uint8Array): Uint8Array {
  const tones = new Uint8Array(loopSymbols);
  tones[0] = syncTone;
  mark.forEach((byte, index) => {
    tones[1 + index * 2] = byte >>> 4;
    tones[2 + index * 2] = byte & 0xf;
  });
  return tones;
}
