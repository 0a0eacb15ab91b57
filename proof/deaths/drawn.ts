import { createHash } from 'node:crypto';

const seed = 'in-confidence-deaths-1';

/** A number from 0 up to 1 that looks random and is the same for the same label every time. */
export function drawn(label: string): number {
  const hash = createHash('sha256').update(`${seed}/${label}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
