/** Whether a promise held: proven to, proven not to, or not proven. */
export type Verdict = 'upheld' | 'violated' | 'inconclusive';

/** The verdict of a whole run; `broken` when harness, target or stored evidence failed, so that nothing can be said. */
export type RunVerdict = Verdict | 'broken';

/** Exit codes, each with one meaning; 1 is left to uncaught errors, so that a crash never reads as a verdict. */
export const exitCodes: Readonly<Record<RunVerdict, number>> = {
  upheld: 0,
  violated: 10,
  inconclusive: 11,
  broken: 12,
};

/** Worst first: a violation outranks a breakage, which outranks what was not seen. */
const precedence: readonly RunVerdict[] = ['violated', 'broken', 'inconclusive', 'upheld'];

/** The verdict of several taken together; of none it is inconclusive, since nothing was looked at. */
export function worstVerdict(verdicts: readonly RunVerdict[]): RunVerdict {
  return precedence.find((verdict) => verdicts.includes(verdict)) ?? 'inconclusive';
}
