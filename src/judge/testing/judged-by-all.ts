import type { HistoryEntry } from '../../history/history.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import type { CohortJudgement } from '../judge-cohort.ts';
import { CohortJudge } from '../judge-cohort.ts';
import { PromiseTally } from '../promise-tally.ts';
import type { RunVerdict } from '../verdict.ts';
import { worstVerdict } from '../verdict.ts';

/** One cohort's history judged by every promise. */
export function judgedByAll(
  plan: PlannedCohort,
  entries: readonly HistoryEntry[],
): CohortJudgement & { readonly verdict: RunVerdict } {
  const judge = new CohortJudge(plan);
  for (const [index, entry] of entries.entries()) judge.see(entry, index + 1);
  const judgement = judge.conclude();
  const tally = new PromiseTally();
  for (const { promise, outcome } of judgement.outcomes) tally.add(promise.id, outcome);
  return { ...judgement, verdict: worstVerdict(tally.promises().map(({ verdict }) => verdict)) };
}
