import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PlannedCallProbe, PlannedCohort } from './plan.ts';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

function planOf(seed: string, patients = 8, tier: 'api' | 'browser' = 'api'): PlannedCohort[] {
  return cohortsOf(seed, [shapeOf({ scenario: 'replay-ownership', patients, tier })]);
}

function callProbesOf({ checks }: PlannedCohort): PlannedCallProbe[] {
  return checks.filter((check) => check.kind === 'call-probe');
}

/** The moment in which something is done, by what it is. */
function momentOf(
  { moments }: PlannedCohort,
  is: (act: PlannedCohort['moments'][number]['acts'][number], moment: number) => boolean,
): number {
  return moments.findIndex(({ acts }, moment) => acts.some((act) => is(act, moment)));
}

void test('each call of the day is tried by somebody else: before its patient joins, and before they hang up', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 16 }), (seed, patients) => {
      for (const plan of planOf(seed, patients)) {
        const probes = callProbesOf(plan);
        const today = plan.consultations.filter(({ startsAtMinute }) => startsAtMinute > 0);
        for (const { patient, consultation } of today) {
          const own = probes.filter((one) => one.owner === patient);
          const acted = (verb: string, from = 0) =>
            momentOf(plan, (act, moment) => moment >= from && act.verb === verb && 'consultation' in act && act.patient === patient && act.consultation === consultation); // prettier-ignore
          const moments = own.map(({ check, viewer, verb }) => {
            assert.notEqual(viewer, patient);
            const moment = momentOf(plan, (act) => act.verb === 'look' && act.check === check);
            assert.ok(moment < acted('hang-up'));
            if (verb === 'hang-up') assert.ok(acted('publish', moment + 1) > moment);
            if (moment < acted('join')) assert.equal(verb, 'join');
            return moment;
          });
          const isFirst =
            acted('join') === plan.moments.findIndex(({ atMinute }) => atMinute >= 60);
          assert.equal(moments.filter((moment) => moment < acted('join')).length, isFirst ? 0 : 1);
          assert.equal(moments.filter((moment) => moment > acted('join')).length, 2);
        }
      }
    }),
    { numRuns: 50 },
  );
});

void test('some who try have the same clinician, and some have not', () => {
  const near = ['a', 'b', 'c'].flatMap((seed) =>
    planOf(seed).flatMap((plan) => {
      const clinicianOf = (patient: number) =>
        plan.consultations.find((one) => one.patient === patient && one.startsAtMinute > 0)
          ?.clinician;
      return callProbesOf(plan).map(
        ({ viewer, owner }) => clinicianOf(viewer) === clinicianOf(owner),
      );
    }),
  );
  assert.ok(near.filter(Boolean).length >= near.length / 5);
  assert.ok(near.includes(false));
});

void test('all verbs are tried, and the same seed tries the same', () => {
  const verbs = new Set(
    planOf('seed')
      .flatMap(callProbesOf)
      .map(({ verb }) => verb),
  );
  assert.deepEqual([...verbs].toSorted(), ['hang-up', 'join', 'switch-to-video']);
  assert.deepEqual(planOf('seed').flatMap(callProbesOf), planOf('seed').flatMap(callProbesOf));
  assert.notDeepEqual(planOf('seed').flatMap(callProbesOf), planOf('other').flatMap(callProbesOf));
});

void test('on pages nobody tries', () => {
  assert.deepEqual(planOf('seed', 6, 'browser').flatMap(callProbesOf), []);
});
