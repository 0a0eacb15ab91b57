import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

const shapes = [shapeOf({ scenario: 'replay-ownership', cohorts: 4, patients: 8 })];
const cohorts = cohortsOf('seed', shapes);

function probesIn({ checks }: (typeof cohorts)[number]) {
  return checks
    .filter((check) => check.kind === 'probe')
    .filter(({ phase }) => phase === 'overlap');
}

void test('old recordings are asked for by somebody else while calls overlap, on both routes', () => {
  for (const plan of cohorts) {
    const probes = probesIn(plan);
    assert.ok(probes.length >= 2, `cohort ${plan.cohort}: ${probes.length}`);
    assert.equal(new Set(probes.map(({ surface }) => surface)).size, 2);
    for (const { viewer, owner, consultation } of probes) {
      assert.notEqual(viewer, owner);
      const old = plan.consultations.find(
        (one) => one.patient === owner && one.consultation === consultation,
      );
      assert.ok(old !== undefined && old.startsAtMinute < 0 && old.takes.length > 0);
    }
  }
});

void test('nobody asks or is asked for while they look, nor where requests are dropped', () => {
  for (const plan of cohorts)
    for (const { acts, nemesis } of plan.moments) {
      const checks = acts.flatMap((act) =>
        act.verb === 'look' ? plan.checks.filter(({ check }) => check === act.check) : [],
      );
      const looking = checks.filter(({ kind }) => kind === 'look').map(({ viewer }) => viewer);
      for (const check of checks) {
        if (check.kind !== 'probe') continue;
        assert.ok(!nemesis.includes('abort-requests'));
        assert.ok(!looking.includes(check.viewer) && !looking.includes(check.owner));
      }
    }
});

void test('the same seed asks for the same, another seed for something else', () => {
  const asked = (seed: string) =>
    cohortsOf(seed, shapes).flatMap((plan) => probesIn(plan).map(({ check }) => check));
  assert.deepEqual(asked('seed'), asked('seed'));
  assert.notDeepEqual(asked('seed'), asked('another'));
});
