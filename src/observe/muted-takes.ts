import type { PlannedCohort } from '../plan/plan.ts';

/** Says in which takes of a batch patients have muted themselves. */
export function mutedTakes(
  cohorts: readonly PlannedCohort[],
): (patient: number, take: number) => boolean {
  const muted = new Set(
    cohorts.flatMap(({ consultations }) =>
      consultations.flatMap(({ patient, takes }) =>
        takes.filter(({ isMuted }) => isMuted).map(({ take }) => `${patient}/${take}`),
      ),
    ),
  );
  return (patient, take) => muted.has(`${patient}/${take}`);
}
