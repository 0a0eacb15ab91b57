import { join } from 'node:path';

/** Where the parts of a run lie, under `results/<run>/`. */
export const runFolder = {
  record: (folder: string) => join(folder, 'run.json'),
  plan: (folder: string) => join(folder, 'plan.jsonl'),
  histories: (folder: string) => join(folder, 'history'),
  /** Path of a cohort's history inside `history/`, with forward slashes, as reports print it. */
  historyName: (scenario: string, cohort: number) => `${scenario}/${cohort}.jsonl`,
  history: (folder: string, scenario: string, cohort: number) => ({
    path: join(folder, 'history', scenario, `${cohort}.jsonl`),
    name: `history/${scenario}/${cohort}.jsonl`,
  }),
  verdicts: (folder: string) => join(folder, 'verdicts.json'),
  cleaned: (folder: string) => join(folder, 'cleaned.json'),
  report: (folder: string) => join(folder, 'report'),
} as const;
