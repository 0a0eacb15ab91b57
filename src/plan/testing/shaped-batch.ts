import type { SuiteShape } from '../../model/suite-shape.ts';
import type { PlannedCohort } from '../plan.ts';
import { planBatches } from '../plan-batches.ts';
import { planCohort } from '../plan-cohort.ts';

/** A suite's shape, of two cohorts of six patients at two clinicians unless said otherwise. */
export function shapeOf(more: Partial<SuiteShape> = {}): SuiteShape {
  return {
    scenario: 'overlapping-appointments',
    tier: 'api',
    cohorts: 2,
    patients: 6,
    clinicians: 2,
    cohortsPerBatch: 2,
    ...more,
  };
}

/** Every cohort of the given suites, planned, in order. */
export function cohortsOf(seed: string, shapes: readonly SuiteShape[]): PlannedCohort[] {
  return planBatches(shapes).flatMap((batch) =>
    batch.cohorts.map((cohort) => planCohort(seed, batch, cohort)),
  );
}
