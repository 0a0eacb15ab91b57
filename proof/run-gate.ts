import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProfileName } from '../src/configuration/profiles.ts';
import { runFolder } from '../src/history/run-folder.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import { runVerdictsSchema } from '../src/judge/run-verdicts.ts';
import { compiledSources } from './compiled-sources.ts';
import { proofProfile } from './proof-profile.ts';
import { runNode } from './run-node.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a gate gave. */
export interface GateOutcome {
  readonly exitCode: number;
  readonly folder: string;
  readonly verdicts: RunVerdicts | undefined;
  readonly output: string;
}

/** How a gate is run, where it is not as most lines of the proof run it. */
interface GateOptions {
  /** `doctor` judges two patients on each tier, and with them the driver. */
  readonly command?: 'gate' | 'doctor';
  readonly repository?: string;
  readonly profile?: ProfileName;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs the gate of this repository, or of a copy, as a user does, in a process of its own, and reads back what it left.
 */
export async function runGate(
  name: string,
  flags: readonly string[],
  { command = 'gate', repository = root, profile = proofProfile, environment }: GateOptions = {},
): Promise<GateOutcome> {
  const run = `${name}-${randomBytes(3).toString('hex')}`;
  const out = join(root, 'results', 'proof');
  const { exitCode, output } = await runNode(
    [join(repository, 'src/cli/main.ts'), command, ...flags],
    {
      cwd: repository,
      environment: {
        ...environment,
        ...compiledSources,
        IN_CONFIDENCE_RUN: run,
        IN_CONFIDENCE_OUT: out,
        IN_CONFIDENCE_PROFILE: profile,
        IN_CONFIDENCE_WORKERS: '1',
        CI: 'true',
      },
    },
  );
  const folder = join(out, run);
  const path = runFolder.verdicts(folder);
  const verdicts = existsSync(path)
    ? runVerdictsSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    : undefined;
  return { exitCode, folder, verdicts, output };
}
