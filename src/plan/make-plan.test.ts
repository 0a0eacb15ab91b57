import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makePlan } from './make-plan.ts';
import { planBatches } from './plan-batches.ts';
import { planCohort } from './plan-cohort.ts';
import { shapeOf } from './testing/shaped-batch.ts';

const suites = [
  shapeOf({ scenario: 'replay-ownership', cohorts: 3 }),
  shapeOf({ scenario: 'june-2020', cohorts: 1, patients: 9 }),
  shapeOf({ tier: 'browser', cohorts: 2, cohortsPerBatch: 1 }),
];
const seeds = fc.string({ minLength: 1, maxLength: 20 });

function bytesOf(seed: string): string {
  const plan = makePlan(seed, 'profile', suites);
  return [plan.header, ...plan.cohorts()].map((part) => JSON.stringify(part)).join('\n');
}

test('the same seed gives the same bytes, another seed others', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      assert.equal(bytesOf(seed), bytesOf(seed));
      assert.notEqual(bytesOf(seed), bytesOf(`${seed}+`));
    }),
    { numRuns: 5 },
  );
});

test('a cohort derived alone is the one of the stream', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const streamed = [...makePlan(seed, 'profile', suites).cohorts()];
      for (const batch of planBatches(suites).toReversed())
        for (const cohort of batch.cohorts)
          assert.deepEqual(planCohort(seed, batch, cohort), streamed[cohort]);
    }),
    { numRuns: 5 },
  );
});

test('patients and cohorts that are added rename nobody', () => {
  const few = [...makePlan('seed', 'p', [shapeOf({ cohorts: 2, patients: 5 })]).cohorts()];
  const many = [...makePlan('seed', 'p', [shapeOf({ cohorts: 4, patients: 9 })]).cohorts()];
  for (const { cohort, patients } of few)
    assert.deepEqual(many[cohort]?.patients.slice(0, patients.length), patients);
});

test('batches follow from the shapes alone, each of as many cohorts as the shape says', () => {
  const batches = planBatches([
    shapeOf({ cohorts: 5, cohortsPerBatch: 2 }),
    shapeOf({ cohorts: 1, cohortsPerBatch: 3, tier: 'browser' }),
  ]);
  assert.deepEqual(
    batches.map(({ batch, cohorts }) => [batch, ...cohorts]),
    [
      ['overlapping-appointments-api-1', 0, 1],
      ['overlapping-appointments-api-2', 2, 3],
      ['overlapping-appointments-api-3', 4],
      ['overlapping-appointments-browser-1', 5],
    ],
  );
});
