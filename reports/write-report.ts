import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolder } from '../src/history/run-folder.ts';
import { buildReport } from './build-report.ts';
import { readRun } from './read-run.ts';

/** Draws the report of a judged run into its folder and returns the path of the page. It can be drawn again at any time. */
export async function writeReport(folder: string): Promise<string> {
  const files = buildReport(await readRun(folder));
  const report = runFolder.report(folder);
  await mkdir(report, { recursive: true });
  for (const { path, content } of files) await writeWhole(join(report, path), content);
  return join(report, 'index.html');
}

/** A reader sees the old file or the new one, never half of it. */
async function writeWhole(path: string, content: string): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, content);
  await rename(partial, path);
}
