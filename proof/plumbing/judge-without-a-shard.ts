import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runFolder } from '../../src/history/run-folder.ts';
import { runVerdictsSchema } from '../../src/judge/run-verdicts.ts';
import { proofProfile } from '../proof-profile.ts';
import type { GateOutcome } from '../run-gate.ts';
import { runNode } from '../run-node.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Acts out the first of two shards, as a machine of its own would, and judges it as if it were all there is. */
export async function judgeWithoutAShard(target: string): Promise<GateOutcome> {
  const run = `plumbing-first-shard-${randomBytes(3).toString('hex')}`;
  const out = join(root, 'results', 'proof');
  const folder = join(out, run);
  const environment = {
    IN_CONFIDENCE_RUN: run,
    IN_CONFIDENCE_OUT: out,
    IN_CONFIDENCE_PROFILE: proofProfile,
    IN_CONFIDENCE_TARGET: target,
    IN_CONFIDENCE_WORKERS: '1',
    CI: 'true',
  };
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  await runNode([playwright, 'test', '--shard=1/2'], { cwd: root, environment });
  const { exitCode, output } = await runNode([join(root, 'src/cli/main.ts'), 'judge', folder], {
    cwd: root,
    environment,
  });
  const text = await readFile(runFolder.verdicts(folder), 'utf8');
  return { exitCode, output, folder, verdicts: runVerdictsSchema.parse(JSON.parse(text)) };
}
