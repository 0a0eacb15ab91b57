import type { Moment, PlannedLook, PlannedProbe, PlannedVisit } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';

/**
 * Visits to what else a product has for a patient: by everybody once while calls go on, spread over the moments in which
 * they look at nothing else and no requests are dropped, and by everybody when all has settled, with the addresses of the
 * patient before them.
 */
export function planVisits(
  cohort: number,
  patients: readonly number[],
  moments: readonly Moment[],
  observations: readonly (PlannedLook | PlannedProbe)[],
): { moments: Moment[]; visits: PlannedVisit[] } {
  const viewerOf = new Map(observations.map(({ check, viewer }) => [check, viewer]));
  const isFree = (patient: number, { acts }: Moment) =>
    acts.every((act) => act.verb !== 'look' || viewerOf.get(act.check) !== patient);
  const suitable = moments.filter(
    (moment) => isCallMoment(moment) && !moment.nemesis.includes('abort-requests'),
  );
  const due = patients.flatMap((viewer, position) => {
    const free = suitable.filter((moment) => isFree(viewer, moment));
    const moment = free[position % free.length];
    return moment === undefined ? [] : [{ moment, visit: visitOf(cohort, viewer, 'overlap') }];
  });
  const settled = patients.map((viewer, position): PlannedVisit => {
    const neighbour = patients.at(position - 1);
    const visit = visitOf(cohort, viewer, 'settled');
    return neighbour === undefined || neighbour === viewer ? visit : { ...visit, neighbour };
  });
  return {
    moments: moments.map((moment): Moment => {
      const visits = due.filter((one) => one.moment === moment);
      const acts = visits.map(({ visit: { check } }) => ({ verb: 'look', check }) as const);
      return visits.length === 0 ? moment : { ...moment, acts: [...moment.acts, ...acts] };
    }),
    visits: [...due.map(({ visit }) => visit), ...settled],
  };
}

function visitOf(cohort: number, viewer: number, phase: PlannedVisit['phase']): PlannedVisit {
  return { check: `${cohort}/${phase}/visit/${viewer}`, kind: 'visit', viewer, phase };
}
