import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeInRun } from './place-in-run.ts';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

const shapes = [
  shapeOf(),
  shapeOf({ scenario: 'june-2020', cohorts: 1, patients: 15 }),
  shapeOf({ tier: 'browser', cohorts: 3, patients: 4, cohortsPerBatch: 1 }),
];

test('every patient of a run has a place of their own, without gaps, in the order of the plan', () => {
  const places = cohortsOf('seed', shapes).flatMap(({ cohort, patients }) =>
    patients.map((_, place) => placeInRun(shapes, cohort, place)),
  );
  assert.deepEqual(
    places,
    Array.from({ length: 12 + 15 + 12 }, (_, place) => place),
  );
});

test('a cohort that nobody planned has no places', () => {
  assert.throws(() => placeInRun(shapes, 6, 0), /no cohort 6/);
});
