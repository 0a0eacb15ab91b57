import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileNames, profiles, withoutPages } from '../configuration/profiles.ts';
import type { Tier } from '../model/surface.ts';
import { makePlan } from '../plan/make-plan.ts';

for (const name of profileNames)
  test(`for a product without pages the profile ${name} demands all that it demands of others but the pages`, () => {
    const { suites, thresholds } = withoutPages(profiles[name]);
    const patientsOf = (tier: Tier) =>
      profiles[name].suites
        .filter((suite) => suite.tier === tier)
        .reduce((sum, { cohorts, patients }) => sum + cohorts * patients, 0);
    const left = [...makePlan('seed', name, suites).cohorts()];
    const patients = left.reduce((sum, cohort) => sum + cohort.patients.length, 0);
    assert.equal(patients, patientsOf('api') + patientsOf('live'));
    assert.ok(left.every(({ tier }) => tier !== 'browser'));
    assert.deepEqual(thresholds, {
      ...profiles[name].thresholds,
      patients: profiles[name].thresholds.patients - patientsOf('browser'),
    });
    assert.ok(patients >= thresholds.patients && thresholds.patients > 0);
  });
