import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { release } from 'node:os';
import { profiles } from '../src/configuration/profiles.ts';
import { HistoryWriter } from '../src/history/history-writer.ts';
import { writePlan } from '../src/history/plan-file.ts';
import { runFolder } from '../src/history/run-folder.ts';
import type { RunRecord } from '../src/history/run-record.ts';
import { runRecordFormat } from '../src/history/run-record.ts';
import { writeJson } from '../src/history/write-json.ts';
import { playPerfectProduct } from '../src/judge/testing/perfect-product.ts';
import { makePlan } from '../src/plan/make-plan.ts';
import { sealRun } from '../src/cli/seal-run.ts';
import { mergeShape } from './merge-shape.ts';

/** How much was written. */
export interface PerfectRun {
  readonly cohorts: number;
  readonly patients: number;
  readonly entries: number;
}

const seed = 'bench';
const notKnown = 'not known to a bench';

/**
 * Writes a run as the gate leaves it, sealed, with histories of a product that does everything right: the size of the
 * real thing at no cost of a product. The folder has to exist.
 */
export async function writePerfectRun(folder: string, repetitions: number): Promise<PerfectRun> {
  const plan = makePlan(seed, 'merge', mergeShape(repetitions));
  const planSha256 = await writePlan(runFolder.plan(folder), plan);
  await mkdir(runFolder.histories(folder));
  const key = randomBytes(32);
  const written = { cohorts: 0, patients: 0, entries: 0 };
  for (const cohort of plan.cohorts()) {
    const { path } = runFolder.history(folder, cohort.scenario, cohort.cohort);
    const writer = new HistoryWriter(path, key);
    for (const entry of playPerfectProduct(cohort)) {
      written.entries += 1;
      if (entry.type === 'end') writer.end(entry.at, entry);
      else writer.append(entry);
    }
    written.cohorts += 1;
    written.patients += cohort.patients.length;
  }
  await writeJson(runFolder.record(folder), recordOf(planSha256));
  await sealRun(folder);
  return written;
}

function recordOf(planSha256: string): RunRecord {
  return {
    format: runRecordFormat,
    // The perfect product's histories name this run.
    run: 'run',
    startedAt: new Date().toISOString(),
    seed,
    profile: 'merge',
    target: 'a perfect product',
    fault: null,
    reproduce: 'npm run bench',
    thresholds: { ...profiles.merge.thresholds },
    environment: {
      harness: notKnown,
      commit: notKnown,
      node: process.version,
      playwright: notKnown,
      platform: `${process.platform} ${release()} ${process.arch}`,
      lockfileSha256: '0'.repeat(64),
      database: 'none',
      browser: 'none',
      workers: 1,
      ci: false,
    },
    planSha256,
  };
}
