import type { Consultation } from '../../model/consultation.ts';
import type { Patient } from '../../model/patient.ts';
import type { SurfaceId, Tier } from '../../model/surface.ts';
import type { PlannedCohort, PlannedLook, PlannedProbe } from '../../plan/plan.ts';

/** Has the clinician's first slot. */
export const ann = 0;
/** Has the slot after Ann's, at the same clinician. */
export const ben = 1;
/** Booked once, years ago, and never attended. */
export const cat = 2;
/** A patient of another cohort. */
export const stranger = 64;

/** A cohort of Ann, Ben and Cat, of whom the checks given are planned. */
export function handWrittenPlan(
  checks: PlannedCohort['checks'],
  tier: Tier = 'browser',
): PlannedCohort {
  return {
    cohort: 0,
    scenario: 'hand-written',
    batch: 'hand-written-1',
    tier,
    clinicians: 1,
    patients: [person(ann, 'Ann'), person(ben, 'Ben'), person(cat, 'Cat')],
    consultations: [callOf(ann, 60), callOf(ben, 70), { ...callOf(cat, -9000), takes: [] }],
    moments: [],
    checks: [...checks],
  };
}

/** A take that a patient speaks muted, the second one, whose picture may be recorded. */
export const mutedTake = 2;

/** The plan in which Ann speaks her second take muted. */
export function withMutedTake(plan: PlannedCohort): PlannedCohort {
  return {
    ...plan,
    consultations: plan.consultations.map((one) => ({
      ...one,
      takes: one.takes.map((take) => ({
        ...take,
        isMuted: one.patient === ann && take.take === mutedTake,
      })),
    })),
  };
}

/** A look of the final sweep unless said otherwise. */
export function plannedLook(
  viewer: number,
  surface: SurfaceId,
  phase: PlannedLook['phase'] = 'settled',
): PlannedLook {
  return { check: `0/${phase}/${surface}/${viewer}`, kind: 'look', viewer, surface, phase };
}

/** A look on the device that another patient signed out of. */
export function plannedOnDevice(viewer: number, device: number, surface: SurfaceId): PlannedLook {
  return { ...plannedLook(viewer, surface, 'handed-on'), device };
}

/** A request of the viewer's for the owner's only replay. */
export function plannedProbe(viewer: number, owner: number, surface: SurfaceId): PlannedProbe {
  const check = `0/probe/${surface}/${viewer}/${owner}`;
  return {
    check,
    kind: 'probe',
    viewer,
    owner,
    consultation: 1,
    surface,
    phase: 'settled',
    session: 'own',
  };
}

function callOf(patient: number, startsAtMinute: number): Consultation {
  return {
    patient,
    consultation: 1,
    clinician: 0,
    startsAtMinute,
    takes: [
      { take: 1, mode: 'audio', seconds: 2, mayBeRecorded: true, isMuted: false },
      { take: 2, mode: 'video', seconds: 3, mayBeRecorded: true, isMuted: false },
      // Said when the call is over.
      { take: 3, mode: 'audio', seconds: 2, mayBeRecorded: false, isMuted: false },
    ],
  };
}

function person(number: number, givenName: string): Patient {
  return {
    number,
    givenName,
    familyName: 'Example',
    birthDate: '1970-01-01',
    email: `${givenName.toLowerCase()}@patients.example.com`,
    fallbackEmail: `${givenName.toLowerCase()}@patients.example.org`,
    phone: '+447700900000',
    membershipNumber: 'ICM000000000',
    nhsNumber: '9990000000',
    confusable: [],
  };
}
