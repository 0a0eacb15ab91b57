import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlannedCohort, PlannedVisit } from './plan.ts';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

const plans = ['one', 'two', 'three'].flatMap((seed) =>
  cohortsOf(seed, [shapeOf({ scenario: 'replay-ownership', cohorts: 4, patients: 8 })]),
);

function visitsOf({ checks }: PlannedCohort, phase: PlannedVisit['phase']): PlannedVisit[] {
  return checks.filter((check) => check.kind === 'visit').filter((one) => one.phase === phase);
}

void test('everybody visits once when all has settled, one of the same clinician and somebody else', () => {
  for (const plan of plans) {
    const visits = visitsOf(plan, 'settled');
    const patients = plan.patients.map(({ number }) => number);
    assert.deepEqual(
      visits.map(({ viewer }) => viewer),
      patients,
    );
    const clinicianOf = (patient: number) =>
      plan.consultations.find((one) => one.patient === patient && one.startsAtMinute > 0)
        ?.clinician;
    for (const { viewer, neighbours } of visits) {
      assert.ok(neighbours.length >= 1 && !neighbours.includes(viewer));
      const near = neighbours.filter((one) => clinicianOf(one) === clinicianOf(viewer));
      assert.equal(near.length, clinicianOf(viewer) === undefined ? 0 : 1);
    }
  }
});

void test('everybody visits once while calls go on, where they look at nothing else and nothing is dropped', () => {
  for (const plan of plans) {
    const visits = visitsOf(plan, 'overlap');
    assert.equal(new Set(visits.map(({ viewer }) => viewer)).size, plan.patients.length);
    for (const { acts, nemesis } of plan.moments) {
      const checks = acts.flatMap((act) =>
        act.verb === 'look' ? plan.checks.filter(({ check }) => check === act.check) : [],
      );
      for (const { viewer } of checks.filter(({ kind }) => kind === 'visit')) {
        assert.ok(!nemesis.includes('abort-requests'));
        const looking = checks.filter(({ kind }) => kind === 'look' || kind === 'probe');
        assert.ok(looking.every((one) => one.viewer !== viewer));
      }
    }
  }
});

void test('who is alone has no neighbours', () => {
  const [alone] = cohortsOf('seed', [shapeOf({ patients: 1 })]);
  assert.ok(alone);
  assert.deepEqual(
    visitsOf(alone, 'settled').map(({ neighbours }) => neighbours),
    [[]],
  );
});
