import type { HistoryEntry } from '../../history/history.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import { CohortRecord } from '../cohort-record.ts';
import type { ProductPromise, PromiseOutcome } from '../promise.ts';
import { PromiseTally } from '../promise-tally.ts';
import type { Verdict } from '../verdict.ts';

/** One cohort's history judged by one promise alone. */
export function judgedBy(
  promise: ProductPromise,
  plan: PlannedCohort,
  entries: readonly HistoryEntry[],
): PromiseOutcome & { readonly verdict: Verdict } {
  const record = new CohortRecord(plan);
  const watch = promise.watch(record);
  for (const [index, entry] of entries.entries()) {
    record.see(entry, index + 1);
    watch.see?.(entry, index + 1);
  }
  const outcome = watch.conclude();
  const tally = new PromiseTally();
  tally.add(promise.id, outcome);
  const verdict = tally.promises().find(({ id }) => id === promise.id)?.verdict;
  return { ...outcome, verdict: verdict ?? 'inconclusive' };
}
