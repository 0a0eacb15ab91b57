import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Consultation } from '../model/consultation.ts';
import { edgeKind } from './edge-kind.ts';
import { ann, ben, cat, handWrittenPlan, stranger } from './testing/hand-written-plan.ts';

/** The hand-written cohort with one call a patient, at these clinicians and minutes. */
function cohortWith(...slots: readonly (readonly [clinician: number, minute: number])[]) {
  const plan = handWrittenPlan([]);
  const consultations = slots.map(([clinician, startsAtMinute], patient): Consultation => {
    return { patient, consultation: 1, clinician, startsAtMinute, takes: [] };
  });
  return { ...plan, consultations };
}

test('the nearest relation that holds is named', () => {
  const one = cohortWith([0, 60], [0, 70], [0, 80]);
  assert.equal(edgeKind(one, ann, ben), 'next in line at the same clinician');
  assert.equal(edgeKind(one, ben, ann), 'next in line at the same clinician');
  assert.equal(edgeKind(one, ann, cat), 'same clinician');
  const two = cohortWith([0, 60], [1, 60], [1, 90]);
  assert.equal(edgeKind(two, ann, ben), 'same start');
  assert.equal(edgeKind(two, ann, cat), 'same cohort');
  assert.equal(edgeKind(two, ann, ann), 'oneself');
  assert.equal(edgeKind(two, ann, stranger), 'another cohort');
  assert.equal(edgeKind(two, ann, null), 'unknown subject');
});

test('identities that are easily confused are named whichever of the two is the viewer', () => {
  const plan = cohortWith([0, 60], [1, 70], [2, 80]);
  const patients = plan.patients.map((patient) =>
    patient.number === ben ? { ...patient, confusable: ['same name as patient 0'] } : patient,
  );
  assert.equal(edgeKind({ ...plan, patients }, ann, ben), 'confusable identity');
  assert.equal(edgeKind({ ...plan, patients }, ben, ann), 'confusable identity');
  assert.equal(edgeKind({ ...plan, patients }, ben, cat), 'same cohort');
});
