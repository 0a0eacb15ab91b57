import type { Attendance } from './attendance.ts';
import type { Moment, PlannedLook, PlannedProbe, PlannedVisit } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';
import { choose } from './sub-seed.ts';

/**
 * Visits to what else a product has for a patient, and to neighbours' addresses: by everybody once while calls go on,
 * spread over the moments in which they look at nothing else and no requests are dropped, and by everybody when all has
 * settled. One neighbour has the same clinician, where there is one, since what belongs to a clinician may be kept under them.
 */
export function planVisits(
  seed: string,
  cohort: number,
  attendances: ReadonlyMap<number, Attendance>,
  moments: readonly Moment[],
  observations: readonly (PlannedLook | PlannedProbe)[],
): { moments: Moment[]; visits: PlannedVisit[] } {
  const viewerOf = new Map(observations.map(({ check, viewer }) => [check, viewer]));
  const isFree = (patient: number, { acts }: Moment) =>
    acts.every((act) => act.verb !== 'look' || viewerOf.get(act.check) !== patient);
  const suitable = moments.filter(
    (moment) => isCallMoment(moment) && !moment.nemesis.includes('abort-requests'),
  );
  const patients = [...attendances.keys()];
  const visitOf = (viewer: number, phase: PlannedVisit['phase']): PlannedVisit => ({
    check: `${cohort}/${phase}/visit/${viewer}`,
    kind: 'visit',
    viewer,
    phase,
    neighbours: neighboursOf(seed, attendances, viewer, phase),
  });
  const due = patients.flatMap((viewer, position) => {
    const free = suitable.filter((moment) => isFree(viewer, moment));
    const moment = free[position % free.length];
    return moment === undefined ? [] : [{ moment, visit: visitOf(viewer, 'overlap') }];
  });
  return {
    moments: moments.map((moment): Moment => {
      const visits = due.filter((one) => one.moment === moment);
      const acts = visits.map(({ visit: { check } }) => ({ verb: 'look', check }) as const);
      return visits.length === 0 ? moment : { ...moment, acts: [...moment.acts, ...acts] };
    }),
    visits: [
      ...due.map(({ visit }) => visit),
      ...patients.map((viewer) => visitOf(viewer, 'settled')),
    ],
  };
}

/** Somebody of the same clinician's, and somebody else. */
function neighboursOf(
  seed: string,
  attendances: ReadonlyMap<number, Attendance>,
  viewer: number,
  phase: PlannedVisit['phase'],
): number[] {
  const others = [...attendances.keys()].filter((patient) => patient !== viewer);
  const near = others.filter((patient) => sharesClinician(attendances, viewer, patient));
  const far = others.filter((patient) => !near.includes(patient));
  return [near, far].flatMap(([first, ...more]) =>
    first === undefined ? [] : [choose([first, ...more], seed, 'visit', phase, viewer)],
  );
}

/** Whether two patients see the same clinician today. */
export function sharesClinician(
  attendances: ReadonlyMap<number, Attendance>,
  one: number,
  other: number,
): boolean {
  const clinicianOf = (patient: number) => attendances.get(patient)?.today?.consultation.clinician;
  return clinicianOf(one) !== undefined && clinicianOf(one) === clinicianOf(other);
}
