import { runFolder } from '../src/history/run-folder.ts';
import type { PlanHeader } from '../src/plan/plan.ts';

interface Evidence {
  readonly cohort: number;
  /** Line of the cohort's history, from 1; 0 where its absence is in the whole file. */
  readonly line: number;
}

/** Where a finding's evidence stands, as `history/<scenario>/<cohort>.jsonl:<line>`, from the run's folder. */
export function evidencePointer(plan: PlanHeader, finding: Evidence): string {
  const file = evidenceFile(plan, finding);
  return finding.line > 0 ? `${file}:${finding.line}` : `${file} (the whole of it)`;
}

/** The history that holds a finding's evidence, from the run's folder. */
export function evidenceFile(plan: PlanHeader, { cohort }: Pick<Evidence, 'cohort'>): string {
  const scenario = plan.batches.find(({ cohorts }) => cohorts.includes(cohort))?.scenario;
  return `history/${runFolder.historyName(scenario ?? 'unknown-scenario', cohort)}`;
}
