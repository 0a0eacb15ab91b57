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
  is: (act: PlannedCohort['moments'][number]['acts'][number]) => boolean,
): number {
  return moments.findIndex(({ acts }) => acts.some(is));
}

void test('each call of the day is tried twice by somebody else, after its patient joined and before they hang up', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 16 }), (seed, patients) => {
      for (const plan of planOf(seed, patients)) {
        const probes = callProbesOf(plan);
        const today = plan.consultations.filter(({ startsAtMinute }) => startsAtMinute > 0);
        for (const { patient, consultation } of today) {
          const own = probes.filter((one) => one.owner === patient);
          assert.equal(own.length, 2);
          assert.equal(own.filter(({ verb }) => verb === 'join').length, 1);
          const acted = (verb: string) =>
            momentOf(plan, (act) => act.verb === verb && 'consultation' in act && act.patient === patient && act.consultation === consultation); // prettier-ignore
          for (const { check, viewer } of own) {
            assert.notEqual(viewer, patient);
            const moment = momentOf(plan, (act) => act.verb === 'look' && act.check === check);
            assert.ok(acted('join') < moment && moment < acted('hang-up'));
          }
        }
        assert.equal(probes.length, 2 * today.length);
      }
    }),
    { numRuns: 50 },
  );
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
