import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileNames, profiles, withoutPages } from '../configuration/profiles.ts';
import type { Tier } from '../model/surface.ts';
import { makePlan } from '../plan/make-plan.ts';

test('the merge gate plans at least two hundred patients', () => {
  const patients = [...makePlan('seed', 'merge', profiles.merge.suites).cohorts()].flatMap(
    (cohort) => cohort.patients,
  );
  assert.ok(patients.length >= 200);
  assert.ok(patients.length >= profiles.merge.thresholds.patients);
  assert.equal(new Set(patients.map(({ number }) => number)).size, patients.length);
});

for (const name of profileNames)
  test(`what the profile ${name} plans can reach what it demands`, () => {
    const { suites: shapes, thresholds } = profiles[name];
    const cohorts = [...makePlan('seed', name, shapes).cohorts()];
    const patients = cohorts.reduce((sum, cohort) => sum + cohort.patients.length, 0);
    const inBrowser = cohorts
      .filter(({ tier }) => tier !== 'api')
      .reduce((sum, cohort) => sum + cohort.patients.length, 0);
    assert.ok(patients >= thresholds.patients, `${patients} patients`);
    assert.ok(inBrowser >= thresholds.readInBrowser, `${inBrowser} in the browser`);
    const live = cohorts
      .filter(({ tier }) => tier === 'live')
      .reduce((sum, { consultations }) => sum + consultations.length, 0);
    assert.ok(live >= thresholds.liveCalls, `${live} live calls`);
  });

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
