import type { PlanHeader, PlannedCohort } from './plan.ts';
import { planFormat } from './plan.ts';
import { planBatches } from './plan-batches.ts';
import { planCohort } from './plan-cohort.ts';
import type { SuiteShape } from '../model/suite-shape.ts';

/** A plan as a stream: the header first, then a cohort at a time, so that its size costs no memory. */
export interface Plan {
  readonly header: PlanHeader;
  cohorts(): Generator<PlannedCohort>;
}

/** The day on which every cohort's overlapping calls take place, in clinic time. */
export const dayBegins = '2020-06-09T12:00:00.000Z';

/** Makes the plan for a seed. Pure: the same seed and shapes give the same plan, byte for byte. */
export function makePlan(seed: string, profile: string, shapes: readonly SuiteShape[]): Plan {
  const batches = planBatches(shapes);
  return {
    header: {
      format: planFormat,
      seed,
      profile,
      dayBegins,
      batches: batches.map(({ shape: _, ...batch }) => batch),
    },
    *cohorts() {
      for (const batch of batches)
        for (const cohort of batch.cohorts) yield planCohort(seed, batch, cohort);
    },
  };
}
