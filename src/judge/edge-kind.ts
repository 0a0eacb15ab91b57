import type { PlannedCohort } from '../plan/plan.ts';

/** How viewer and subject are related in the plan: the nearest relation that holds. */
export type EdgeKind =
  | 'oneself'
  | 'next in line at the same clinician'
  | 'same clinician'
  | 'same start'
  | 'confusable identity'
  | 'same cohort'
  | 'another cohort'
  | 'unknown subject';

/** The relation between two patients of the plan; neighbours at a clinician overlap, so they are named first. */
export function edgeKind(cohort: PlannedCohort, viewer: number, subject: number | null): EdgeKind {
  if (subject === null) return 'unknown subject';
  if (subject === viewer) return 'oneself';
  if (!cohort.patients.some(({ number }) => number === subject)) return 'another cohort';
  const of = (patient: number) => cohort.consultations.filter((one) => one.patient === patient);
  const pairs = of(viewer).flatMap((mine) => of(subject).map((theirs) => ({ mine, theirs })));
  const atSameClinician = pairs.filter(({ mine, theirs }) => mine.clinician === theirs.clinician);
  if (atSameClinician.some(({ mine, theirs }) => startsApart(mine, theirs) <= 10))
    return 'next in line at the same clinician';
  if (atSameClinician.length > 0) return 'same clinician';
  if (pairs.some(({ mine, theirs }) => startsApart(mine, theirs) === 0)) return 'same start';
  if (areConfusable(cohort, viewer, subject)) return 'confusable identity';
  return 'same cohort';
}

interface Slot {
  readonly startsAtMinute: number;
}

function startsApart(one: Slot, other: Slot): number {
  return Math.abs(one.startsAtMinute - other.startsAtMinute);
}

function areConfusable(cohort: PlannedCohort, one: number, other: number): boolean {
  const mentions = (number: number, neighbour: number) =>
    cohort.patients
      .find((patient) => patient.number === number)
      ?.confusable.some((text) => text.endsWith(` ${neighbour}`)) ?? false;
  return mentions(one, other) || mentions(other, one);
}
