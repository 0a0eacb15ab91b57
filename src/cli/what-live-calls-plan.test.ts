import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles } from '../configuration/profiles.ts';
import type { PlannedCohort } from '../plan/plan.ts';
import { cohortsOf } from '../plan/testing/shaped-batch.ts';

const names = ['live-trial', 'live', 'merge', 'release'] as const;

/** What befalls live calls; each cohort of each profile that has any meets all of it. */
const befalling = [
  'switch-together',
  'reconnect',
  'join-again',
  'put-away',
  'bring-back',
  'mute',
  'withdraw-consent',
  'hold-uploads',
] as const;

function liveCohorts(name: (typeof names)[number]): PlannedCohort[] {
  return cohortsOf('20200609', profiles[name].suites).filter(({ tier }) => tier === 'live');
}

/** The moment in which this patient first does something; negative where they never do. */
function momentOf({ moments }: PlannedCohort, verb: string, patient: number): number {
  return moments.findIndex(({ acts }) =>
    acts.some((act) => act.verb === verb && 'patient' in act && act.patient === patient),
  );
}

for (const name of names) {
  test(`all that may befall a live call befalls one of the profile ${name}`, () => {
    const cohorts = liveCohorts(name);
    assert.ok(cohorts.length > 0);
    for (const { moments } of cohorts) {
      const verbs = new Set(moments.flatMap(({ acts }) => acts.map(({ verb }) => verb)));
      for (const verb of befalling) assert.ok(verbs.has(verb), verb);
    }
  });

  test(`uploads are held back until the same clinician has begun another call: ${name}`, () => {
    for (const cohort of liveCohorts(name))
      for (const { patient, clinician } of cohort.consultations) {
        const held = momentOf(cohort, 'hold-uploads', patient);
        const released = momentOf(cohort, 'release-uploads', patient);
        assert.equal(held < 0, released < 0);
        const begun = cohort.consultations
          .filter((one) => one.clinician === clinician)
          .map((one) => momentOf(cohort, 'attend', one.patient));
        if (held >= 0) assert.ok(begun.some((moment) => moment > held && moment < released));
      }
  });
}

for (const name of names)
  test(`somebody refuses to be recorded from the first word in every cohort of live calls: ${name}`, () => {
    for (const { consultations } of liveCohorts(name))
      assert.ok(
        consultations.some(
          ({ takes }) => takes.length > 0 && takes.every(({ mayBeRecorded }) => !mayBeRecorded),
        ),
      );
  });
