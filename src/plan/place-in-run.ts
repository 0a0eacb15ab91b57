import type { SuiteShape } from '../model/suite-shape.ts';

/**
 * Which of a run's patients somebody is, from 0 without gaps: the same on every worker and shard, so that each can be
 * given something of their own without asking the others.
 */
export function placeInRun(
  shapes: readonly SuiteShape[],
  cohort: number,
  placeInCohort: number,
): number {
  let cohorts = 0;
  let patients = 0;
  for (const shape of shapes) {
    if (cohort < cohorts + shape.cohorts)
      return patients + (cohort - cohorts) * shape.patients + placeInCohort;
    cohorts += shape.cohorts;
    patients += shape.cohorts * shape.patients;
  }
  throw new Error(`The plan has no cohort ${cohort}.`);
}
