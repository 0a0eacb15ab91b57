import { runFolder } from '../src/history/run-folder.ts';
import type { PlanHeader } from '../src/plan/plan.ts';

/** Where a finding's evidence stands, as `history/<scenario>/<cohort>.jsonl:<line>`, from the run's folder. */
export function evidencePointer(
  plan: PlanHeader,
  { cohort, line }: { readonly cohort: number; readonly line: number },
): string {
  const scenario = plan.batches.find(({ cohorts }) => cohorts.includes(cohort))?.scenario;
  const file = `history/${runFolder.historyName(scenario ?? 'unknown-scenario', cohort)}`;
  // A replay that never appeared has no line: its absence is in the whole file.
  return line > 0 ? `${file}:${line}` : file;
}
