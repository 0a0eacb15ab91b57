import type { HistoryEntry } from '../../history/history.ts';
import type { Patient } from '../../model/patient.ts';
import type { PlannedCohort } from '../../plan/plan.ts';

/** What one patient of a run may have left at the target. */
export interface MadeInRun {
  readonly patient: Patient;
  /** From 0 within their cohort. */
  readonly placeInCohort: number;
  /** The product's ids of the appointments that they booked, and of the replays in which they were seen or heard. */
  readonly appointments: readonly string[];
  readonly replays: readonly string[];
}

/**
 * What the patients of a cohort made, as far as its history goes. Whoever was about to do something when a run was killed
 * may have done it, so every planned patient is among them; what was there before the run is not.
 */
export function madeInRun(
  { patients }: PlannedCohort,
  entries: readonly HistoryEntry[],
): MadeInRun[] {
  return patients.map((patient, placeInCohort) => {
    const older = new Set(
      entries.flatMap((entry) =>
        entry.type === 'baseline' && entry.viewer === patient.number ? entry.items : [],
      ),
    );
    const appointments = entries.flatMap((entry) =>
      entry.type === 'act' && entry.patient === patient.number ? (entry.claimed ?? []) : [],
    );
    const replays = entries.flatMap((entry) =>
      entry.type === 'look' && entry.viewer === patient.number ? entry.items : [],
    );
    const own = replays.filter(({ listing, opening }) =>
      [...listing, ...(opening?.sightings ?? [])].some(
        (one) => one.integrity === 'authentic' && one.patient === patient.number,
      ),
    );
    return {
      patient,
      placeInCohort,
      appointments: [...new Set(appointments)],
      replays: [...new Set(own.map(({ item }) => item))].filter((item) => !older.has(item)),
    };
  });
}
