import { appendFile, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { firstScreen } from '../../reports/first-screen.ts';
import { readRun } from '../../reports/read-run.ts';
import { writeReport } from '../../reports/write-report.ts';
import { runFolder } from '../history/run-folder.ts';
import { judgeStoredRun } from './judge-stored-run.ts';

/** Where GitHub runs the job, it shows the summary on the job's page. */
async function showInJobSummary(folder: string): Promise<void> {
  const jobSummary = process.env['GITHUB_STEP_SUMMARY'];
  if (jobSummary === undefined || jobSummary === '') return;
  await appendFile(jobSummary, await readFile(join(runFolder.report(folder), 'summary.md')));
}

/** Judges a run from disk, draws its report, says the verdict in a sentence, and gives its exit code. */
export async function concludeRun(
  folder: string,
  closing: readonly string[] = [],
): Promise<number> {
  const verdicts = await judgeStoredRun(folder);
  const page = await writeReport(folder);
  await showInJobSummary(folder);
  const lines = [
    '',
    ...firstScreen(await readRun(folder)),
    '',
    `The report: ${relative('', page)}`,
    ...closing,
    `To judge again: npx in-confidence judge ${relative('', folder)}`,
  ];
  console.log(lines.join('\n'));
  return verdicts.exitCode;
}
