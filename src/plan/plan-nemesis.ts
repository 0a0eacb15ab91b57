import type { Moment, NemesisVerb, PlannedBatch } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';
import { choose } from './sub-seed.ts';

/** Where a nemesis acts, counted in call moments from the first, at the latest in the last; negative from the end. */
type Strike = readonly [step: number, verb: NemesisVerb];

const courses: readonly [readonly Strike[], ...(readonly Strike[])[]] = [
  [
    [1, 'hold-webhooks'],
    [-2, 'release-webhooks-reversed'],
  ],
  [
    [1, 'hold-webhooks'],
    [3, 'release-webhooks-twice'],
    [4, 'abort-requests'],
  ],
  [
    [2, 'abort-requests'],
    [-1, 'abort-requests'],
  ],
  [
    [1, 'hold-webhooks'],
    [3, 'restart-target'],
    [4, 'release-webhooks'],
  ],
];

/**
 * Adds to each batch's call moments one course of what goes wrong around a product. The same for all its cohorts. A
 * live call does not outlive its product, so the product is not killed under one.
 */
export function planNemesis(
  seed: string,
  { batch, tier }: Pick<PlannedBatch, 'batch' | 'tier'>,
  moments: readonly Moment[],
): Moment[] {
  const course = choose(courses, seed, 'nemesis', batch).filter(
    ([, verb]) => tier !== 'live' || verb !== 'restart-target',
  );
  const firstCall = moments.findIndex(isCallMoment);
  if (firstCall < 0) return [...moments];
  const last = moments.length - 1;
  return moments.map((moment, index) => {
    const verbs = course
      .filter(
        ([step]) => (step < 0 ? moments.length + step : Math.min(firstCall + step, last)) === index,
      )
      .map(([, verb]) => verb);
    return verbs.length === 0 ? moment : { ...moment, nemesis: verbs };
  });
}
