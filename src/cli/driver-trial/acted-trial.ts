import type { EntryOf, HistoryEntry } from '../../history/history.ts';
import type { SurfaceId } from '../../model/surface.ts';
import type { PlannedCohort } from '../../plan/plan.ts';

/** What was planned for each cohort of a trial, and what its history holds. */
export type ActedTrial = readonly {
  readonly plan: PlannedCohort;
  readonly entries: readonly HistoryEntry[];
}[];

/** The surfaces that the driver says the product does not have, with its reasons. */
export function absentSurfacesOf(acted: ActedTrial): Partial<Record<SurfaceId, string>> {
  return Object.assign({}, ...startsOf(acted).map(({ absentSurfaces }) => absentSurfaces));
}

/** Whether the driver says nothing of a product that holds no calls. */
export function holdsCalls(acted: ActedTrial): boolean {
  return startsOf(acted).every(({ absentCalls }) => absentCalls === undefined);
}

/** How each cohort's history begins. */
export function startsOf(acted: ActedTrial): EntryOf<'start'>[] {
  return acted.flatMap(({ entries }) => entries.filter((entry) => entry.type === 'start'));
}
