import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProfileName } from '../src/configuration/profiles.ts';
import { runFolder } from '../src/history/run-folder.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { runVerdictsSchema } from '../src/judge/run-verdicts.ts';
import { proofProfile } from './proof-profile.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a gate gave. */
export interface GateOutcome {
  readonly exitCode: number;
  readonly folder: string;
  readonly verdicts: RunVerdicts | undefined;
  readonly output: string;
}

/**
 * Runs the gate of this repository, or of a copy, as a user does, in a process of its own, and reads back what it left.
 */
export async function runGate(
  name: string,
  flags: readonly string[],
  repository = root,
  profile: ProfileName = proofProfile,
  environment: Readonly<Record<string, string>> = {},
): Promise<GateOutcome> {
  const run = `${name}-${randomBytes(3).toString('hex')}`;
  const out = join(root, 'results', 'proof');
  const { exitCode, output } = await new Promise<{ exitCode: number; output: string }>(
    (resolve) => {
      execFile(
        process.execPath,
        [join(repository, 'src/cli/main.ts'), 'gate', '--profile', profile, '--out', out, ...flags],
        {
          cwd: repository,
          env: {
            ...process.env,
            ...environment,
            IN_CONFIDENCE_RUN: run,
            IN_CONFIDENCE_WORKERS: '1',
            CI: 'true',
          },
          maxBuffer: 2 ** 26,
        },
        (error, stdout, stderr) =>
          resolve({
            exitCode: error === null ? 0 : Number(error.code ?? 1),
            output: stdout + stderr,
          }),
      );
    },
  );
  const folder = join(out, run);
  const path = runFolder.verdicts(folder);
  const verdicts = existsSync(path)
    ? runVerdictsSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    : undefined;
  return { exitCode, folder, verdicts, output };
}
