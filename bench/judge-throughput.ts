import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { profiles } from '../src/configuration/profiles.ts';
import { readPlannedCohorts } from '../src/history/plan-file.ts';
import { readHistory } from '../src/history/read-history.ts';
import { runFolder } from '../src/history/run-folder.ts';
import type { StoredCohort } from '../src/judge/judge-run.ts';
import { judgeRun } from '../src/judge/judge-run.ts';
import type { PlannedCohort } from '../src/plan/plan.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { median } from './median.ts';
import type { Measurement } from './measurement.ts';
import { secondsOf } from './seconds-of.ts';
import { writePerfectRun } from './write-perfect-run.ts';

/** Repetitions of the merge profile: some ten megabytes of history. */
const repetitions = 4;
const rounds = 5;
const run = 'run';

/** How quickly stored histories are judged, beside the least that reading them can cost: a bare JSON.parse of each line. */
export async function judgeThroughput(): Promise<Measurement> {
  return await inTemporaryFolder(async (folder) => {
    const { entries, patients } = await writePerfectRun(folder, repetitions);
    const plans = await Array.fromAsync(readPlannedCohorts(runFolder.plan(folder)));
    const sizes = await Promise.all(plans.map(async (plan) => (await stat(pathOf(plan))).size));
    const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
    const judging: number[] = [];
    const reading: number[] = [];
    const parsing: number[] = [];
    // Taken in turns, so that a busy moment of the machine hits all three; the first turn only warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const judged = (await secondsOf(judge)).seconds;
      const read = (await secondsOf(readAll)).seconds;
      const parsed = (await secondsOf(parseAll)).seconds;
      if (round === 0) continue;
      judging.push(judged);
      reading.push(read);
      parsing.push(parsed);
    }
    const [judged, read, parsed] = [median(judging), median(reading), median(parsing)];
    return {
      title: `Judge throughput: histories of ${patients} patients, median of ${rounds}`,
      figures: [
        { what: 'histories: entries', value: entries, unit: 'entries' },
        { what: 'histories: size', value: megabytes, unit: 'MB' },
        { what: 'read and judged', value: entries / judged, unit: 'entries/s' },
        { what: 'read and judged', value: megabytes / judged, unit: 'MB/s' },
        { what: 'read and checked only', value: megabytes / read, unit: 'MB/s' },
        { what: 'bare JSON.parse of each line', value: megabytes / parsed, unit: 'MB/s' },
        { what: 'judging takes, of bare JSON.parse', value: judged / parsed, unit: 'times' },
        { what: 'reading takes, of bare JSON.parse', value: read / parsed, unit: 'times' },
      ],
    };

    function pathOf({ scenario, cohort }: PlannedCohort): string {
      return runFolder.history(folder, scenario, cohort).path;
    }

    function storedCohorts(): StoredCohort[] {
      return plans.map((plan) => {
        const { scenario, cohort } = plan;
        const file = runFolder.history(folder, scenario, cohort);
        return { plan, history: readHistory(file, { run, cohort, scenario }, refuse) };
      });
    }

    async function judge(): Promise<void> {
      const about = { run, thresholds: profiles.merge.thresholds, problems: [] };
      const { verdict } = await judgeRun(about, storedCohorts());
      if (verdict !== 'upheld') refuse(`A perfect product was judged ${verdict}.`);
    }

    async function readAll(): Promise<void> {
      for (const { history } of storedCohorts()) for await (const _ of history);
    }

    function parseAll(): void {
      for (const plan of plans)
        for (const line of readFileSync(pathOf(plan), 'utf8').trimEnd().split('\n'))
          JSON.parse(line);
    }
  });
}

/** What is not judged to its end would look quick. */
function refuse(problem: string): never {
  throw new Error(`The histories that were measured are not sound: ${problem}`);
}
