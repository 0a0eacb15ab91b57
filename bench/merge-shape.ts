import { profiles } from '../src/configuration/profiles.ts';
import type { SuiteShape } from '../src/model/suite-shape.ts';

/** Times that the merge profile is repeated to reach 20,000 patients. */
export const repetitionsForTwentyThousand = 86;

/** The suites of the merge profile with as many times the cohorts: more patients in cohorts of the same sizes. */
export function mergeShape(repetitions: number): SuiteShape[] {
  return profiles.merge.suites.map((suite) => ({
    ...suite,
    cohorts: suite.cohorts * repetitions,
  }));
}
