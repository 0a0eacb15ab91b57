import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCallMoment } from './plan-moments.ts';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

const plans = ['one', 'two', 'three'].flatMap((seed) =>
  cohortsOf(seed, [shapeOf({ scenario: 'replay-ownership', cohorts: 4, patients: 8 })]),
);

void test('while calls go on somebody signs in again, who does nothing else and is not asked for', () => {
  for (const { moments, checks, cohort } of plans) {
    let signIns = 0;
    for (const { acts, nemesis } of moments.filter((moment) => isCallMoment(moment))) {
      const again = acts.flatMap((act) => (act.verb === 'sign-in' ? [act.patient] : []));
      signIns += again.length;
      assert.ok(again.length <= 1 && (again.length === 0 || !nemesis.includes('abort-requests')));
      const others = acts.filter(({ verb }) => verb !== 'sign-in');
      const busy = others.flatMap((act) => {
        if (act.verb !== 'look') return [act.patient];
        const check = checks.find((one) => one.check === act.check);
        assert.ok(check);
        return 'owner' in check ? [check.viewer, check.owner] : [check.viewer];
      });
      for (const patient of again) assert.ok(!busy.includes(patient));
    }
    assert.ok(signIns >= 2, `cohort ${cohort}: ${signIns}`);
  }
});

void test('on pages nobody signs in again, since a call may be open there', () => {
  const [plan] = cohortsOf('seed', [shapeOf({ tier: 'browser' })]);
  const during = plan?.moments.filter((moment) => isCallMoment(moment)) ?? [];
  assert.ok(during.every(({ acts }) => acts.every(({ verb }) => verb !== 'sign-in')));
});
