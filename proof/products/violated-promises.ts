import type { RunVerdicts } from '../../src/judge/run-verdicts.ts';

/** The promises that a run found broken, by id. */
export function violatedPromises(verdicts: RunVerdicts | undefined): string[] {
  return (verdicts?.promises ?? [])
    .filter(({ verdict }) => verdict === 'violated')
    .map(({ id }) => id)
    .toSorted();
}
