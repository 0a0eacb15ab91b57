import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HistoryEntry } from '../../history/history.ts';
import { writePlan } from '../../history/plan-file.ts';
import { runFolder } from '../../history/run-folder.ts';
import type { RunRecord } from '../../history/run-record.ts';
import { runRecordFormat } from '../../history/run-record.ts';
import { writeJson } from '../../history/write-json.ts';
import type { SuiteShape } from '../../model/suite-shape.ts';
import { makePlan } from '../../plan/make-plan.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import { playPerfectProduct } from './perfect-product.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Turns one cohort's perfect history into the one that is stored; undefined leaves none. */
export type Alter = (entries: HistoryEntry[], plan: PlannedCohort) => HistoryEntry[] | undefined;

/** Leaves a sealed run of these suites on disk, at a perfect product but for what `alter` does to each cohort. */
export async function storeRun(
  folder: string,
  shapes: readonly SuiteShape[],
  alter: Alter = (entries) => entries,
): Promise<RunRecord> {
  const plan = makePlan('seed', 'profile', shapes);
  await mkdir(folder, { recursive: true });
  const planSha256 = await writePlan(runFolder.plan(folder), plan);
  const histories: Record<string, string> = {};
  for (const cohort of plan.cohorts()) {
    const entries = alter(playPerfectProduct(cohort), cohort);
    if (entries === undefined) continue;
    const { path } = runFolder.history(folder, cohort.scenario, cohort.cohort);
    const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    histories[runFolder.historyName(cohort.scenario, cohort.cohort)] = sha256(text);
  }
  const record: RunRecord = {
    format: runRecordFormat,
    run: 'run',
    startedAt: '2020-06-09T12:00:00.000Z',
    endedAt: '2020-06-09T12:10:00.000Z',
    seed: 'seed',
    profile: 'profile',
    target: 'a perfect product',
    fault: null,
    reproduce: 'npm run gate',
    thresholds: { patients: 1, overlapping: 0.5, readInBrowser: 1, liveCalls: 0 },
    environment: {
      harness: '0',
      commit: 'none',
      node: 'v24',
      playwright: '1',
      platform: 'linux',
      lockfileSha256: sha256('lock file'),
      database: 'none',
      browser: 'none',
      workers: 1,
      ci: false,
    },
    planSha256,
    histories,
  };
  await writeJson(runFolder.record(folder), record);
  return record;
}

/** Leaves what a batch said of itself when it ended. */
export async function storeQuickVerdicts(
  folder: string,
  batch: string,
  verdicts: unknown,
): Promise<void> {
  const path = join(folder, 'quick', `${batch}.json`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof verdicts === 'string' ? verdicts : JSON.stringify(verdicts));
}
