import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import type { Choose } from './operator.ts';

/** Chooses by fast-check's values, so that a choice is repeated with the seed. */
export function chooseBy(generate: GeneratorValue): Choose {
  return (among) =>
    among.length === 0 ? undefined : among[generate(fc.nat, { max: among.length - 1 })];
}
