import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SuiteShape } from '../model/suite-shape.ts';
import { cohortsOf, shapeOf } from '../plan/testing/shaped-batch.ts';
import { alterationsOf, cutsOf, harmlessToDrop } from './testing/alterations.ts';
import { judgedByAll } from './testing/judged-by-all.ts';
import { playPerfectProduct } from './testing/perfect-product.ts';

const shapes: readonly SuiteShape[] = [
  shapeOf({ scenario: 'replay-ownership', tier: 'browser', cohorts: 2, patients: 4 }),
  shapeOf({ scenario: 'overlapping-appointments', cohorts: 2 }),
  shapeOf({ scenario: 'audio-to-video-switch', cohorts: 1, clinicians: 3 }),
  shapeOf({ scenario: 'forced-access', cohorts: 2, clinicians: 3 }),
  shapeOf({ scenario: 'june-2020', tier: 'browser', cohorts: 1, patients: 7 }),
];
const played = cohortsOf('seed', shapes).map((plan) => ({
  plan,
  history: playPerfectProduct(plan),
}));

for (const { plan, history } of played) {
  test(`a perfect product upholds every promise: ${plan.scenario}, cohort ${plan.cohort}`, () => {
    const { verdict, outcomes } = judgedByAll(plan, history);
    const shortfalls = outcomes.flatMap(({ outcome }) => outcome.shortfalls);
    assert.deepEqual({ verdict, shortfalls }, { verdict: 'upheld', shortfalls: [] });
  });

  for (const [why, isHarmless] of harmlessToDrop)
    test(`dropped without harm, since ${why}: ${plan.scenario}, cohort ${plan.cohort}`, () => {
      const without = history.filter((entry) => !isHarmless(entry, plan));
      assert.equal(judgedByAll(plan, without).verdict, 'upheld');
    });

  test(`no single alteration is upheld: ${plan.scenario}, cohort ${plan.cohort}`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...alterationsOf(plan, history)), ({ alter, what }) => {
        assert.notEqual(judgedByAll(plan, alter(history)).verdict, 'upheld', what);
      }),
    );
  });

  test(`no history that was cut is upheld: ${plan.scenario}, cohort ${plan.cohort}`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...cutsOf(history)), ({ alter, what }) => {
        assert.notEqual(judgedByAll(plan, alter(history)).verdict, 'upheld', what);
      }),
    );
  });
}
