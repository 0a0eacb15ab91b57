import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cohortsOf, shapeOf } from '../plan/testing/shaped-batch.ts';
import { mutedTakes } from './muted-takes.ts';

test('a take is muted that the plan says so of, and of its own patient', () => {
  const shape = shapeOf({ scenario: 'live-calls', tier: 'live', patients: 9, clinicians: 1 });
  const cohorts = cohortsOf('seed', [shape]);
  const isMuted = mutedTakes(cohorts);
  const takes = cohorts.flatMap(({ consultations }) =>
    consultations.flatMap((one) => one.takes.map((take) => ({ ...take, patient: one.patient }))),
  );
  assert.ok(takes.some((one) => one.isMuted));
  for (const { patient, take, ...planned } of takes)
    assert.equal(isMuted(patient, take), planned.isMuted, `${patient}/${take}`);
  assert.equal(isMuted(9999, 3), false);
});
