import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlanHeader } from '../src/history/plan-file.ts';
import { runFolder } from '../src/history/run-folder.ts';
import { runVerdictsSchema } from '../src/judge/run-verdicts.ts';
import { cpuSecondsOfChildren } from './cpu-seconds-of-children.ts';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import type { Measurement } from './measurement.ts';
import { secondsOf } from './seconds-of.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = 'bench';

/** How long a merge waits for the gate, once everything is installed. */
export async function mergeGate(): Promise<Measurement> {
  return await inTemporaryFolder(async (out) => {
    const before = cpuSecondsOfChildren();
    const { seconds, result } = await secondsOf(() => gate(out));
    const after = cpuSecondsOfChildren();
    const folder = join(out, run);
    if (!existsSync(runFolder.verdicts(folder)))
      throw new Error(`The gate gave no verdict. Its last lines:\n${result.slice(-2000)}`);
    const verdicts = runVerdictsSchema.parse(
      JSON.parse(await readFile(runFolder.verdicts(folder), 'utf8')),
    );
    const { batches } = await readPlanHeader(runFolder.plan(folder));
    const { patients } = verdicts.coverage;
    return {
      title: 'The merge gate, warm',
      figures: [
        { what: 'time', value: seconds, unit: 's', aim: 'under 150 s' },
        ...(before === undefined || after === undefined
          ? []
          : [{ what: 'CPU of all its processes', value: after - before, unit: 's' }]),
        { what: 'batches', value: batches.length, unit: 'batches' },
        { what: 'patients', value: patients, unit: 'patients', aim: 'at least 200' },
        { what: 'verdict', value: verdicts.verdict, aim: 'upheld' },
      ],
    };
  });
}

/** Runs the gate as a user does, to its end, whatever its verdict, and gives what it printed. */
async function gate(out: string): Promise<string> {
  return await new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'src/cli/main.ts'), 'gate', '--profile', 'merge', '--out', out],
      {
        cwd: root,
        env: {
          ...process.env,
          CI: 'true',
          GITHUB_STEP_SUMMARY: '',
          IN_CONFIDENCE_RUN: run,
          IN_CONFIDENCE_PARENT: 'pipe',
        },
        maxBuffer: 2 ** 26,
      },
      (_, stdout, stderr) => resolve(stdout + stderr),
    );
  });
}
