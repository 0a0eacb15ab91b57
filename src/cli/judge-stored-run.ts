import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readPlanHeader, readPlannedCohorts } from '../history/plan-file.ts';
import { readHistory } from '../history/read-history.ts';
import { readRunRecord } from '../history/read-run-record.ts';
import { runFolder } from '../history/run-folder.ts';
import type { RunRecord } from '../history/run-record.ts';
import { writeJson } from '../history/write-json.ts';
import type { StoredCohort } from '../judge/judge-run.ts';
import { judgeRun } from '../judge/judge-run.ts';
import type { RunVerdicts } from '../judge/run-verdicts.ts';
import { QuickVerdictCheck } from './quick-verdict-check.ts';

/** Judges a run from what lies on disk and writes verdicts.json, whole, when all is judged. */
export async function judgeStoredRun(folder: string): Promise<RunVerdicts> {
  const record = await readRunRecord(folder);
  await readPlanHeader(runFolder.plan(folder));
  const problems: string[] = [];
  const report = (problem: string) => void problems.push(problem);
  if ((await sha256Of(runFolder.plan(folder))) !== record.planSha256)
    report('plan.jsonl is not the plan that the run was made with.');
  if (record.histories === undefined)
    report('The run was interrupted before its histories were sealed. Run the gate again.');
  const quick = new QuickVerdictCheck(folder, report);
  const verdicts = await judgeRun(
    { run: record.run, thresholds: record.thresholds, problems },
    storedCohorts(folder, record, report, quick),
    (plan, judgement) => quick.hear(plan, judgement),
  );
  await writeJson(runFolder.verdicts(folder), verdicts);
  return verdicts;
}

async function* storedCohorts(
  folder: string,
  record: RunRecord,
  report: (problem: string) => void,
  quick: QuickVerdictCheck,
): AsyncGenerator<StoredCohort> {
  for await (const plan of readPlannedCohorts(runFolder.plan(folder))) {
    await quick.enter(plan.batch);
    const { scenario, cohort } = plan;
    const name = runFolder.historyName(scenario, cohort);
    const file = runFolder.history(folder, scenario, cohort);
    const { path } = file;
    const sealed = record.histories?.[name];
    if (!existsSync(path)) {
      if (sealed !== undefined) report(`history/${name} is gone.`);
      yield { plan, history: [] };
      continue;
    }
    if (record.histories !== undefined && sealed === undefined)
      report(`history/${name} was added after the run.`);
    else if (sealed !== undefined && (await sha256Of(path)) !== sealed)
      report(`history/${name} was changed after the run.`);
    const expected = { run: record.run, cohort, scenario };
    yield { plan, history: readHistory(file, expected, report) };
  }
  await quick.leave();
}

/** SHA-256 of a file, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
