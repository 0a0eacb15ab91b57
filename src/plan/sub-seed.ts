import { createHash } from 'node:crypto';

/** A 32-bit seed for one labelled purpose, so that adding a patient or a purpose moves no other one. */
export function subSeed(seed: string, ...label: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(JSON.stringify([seed, ...label]));
  return digest.digest().readUInt32BE(0);
}

/** A choice among `items` that depends on nothing but seed and label. */
export function choose<Item>(
  items: readonly [Item, ...Item[]],
  seed: string,
  ...label: readonly (string | number)[]
): Item {
  return items[subSeed(seed, ...label) % items.length] ?? items[0];
}
