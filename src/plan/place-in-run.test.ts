import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles, profileNames } from '../configuration/profiles.ts';
import { makePlan } from './make-plan.ts';
import { placeInRun } from './place-in-run.ts';

for (const name of profileNames.filter((one) => one !== 'release'))
  test(`every patient of ${name} has a place of their own, without gaps`, () => {
    const { suites } = profiles[name];
    const places = [...makePlan('seed', name, suites).cohorts()].flatMap(({ cohort, patients }) =>
      patients.map((_, place) => placeInRun(suites, cohort, place)),
    );
    assert.deepEqual(
      places,
      places.map((_, index) => index),
    );
  });

test('a cohort that nobody planned has no places', () => {
  assert.throws(() => placeInRun(profiles.pair.suites, 2, 0), /no cohort 2/);
});
