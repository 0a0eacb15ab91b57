import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../src/history/run-folder.ts';
import { runRecordSchema } from '../../src/history/run-record.ts';
import { runVerdictsSchema } from '../../src/judge/run-verdicts.ts';
import { exitCodes } from '../../src/judge/verdict.ts';
import type { Attempt } from '../proof.ts';
import { runNode } from '../run-node.ts';
import { stackTraceIn } from './stack-trace-in.ts';
import type { WatchedGate } from './watched-gate.ts';
import { root } from './watched-gate.ts';

/** Judges what a killed gate left, as somebody would who finds it. A run that was cut short must not be upheld then. */
export async function judgedAfterwards({ folder }: WatchedGate): Promise<Attempt> {
  const isSealed = hasSeals(folder);
  const words = [join(root, 'src/cli/main.ts'), 'judge', folder];
  const { exitCode: code, output: printed } = await runNode(words, { cwd: root });
  const output = printed.replaceAll(folder, 'the folder');
  const isWhole = isSealed && code === exitCodes.upheld;
  const mayBe: readonly number[] = isWhole
    ? [exitCodes.upheld]
    : [exitCodes.inconclusive, exitCodes.broken];
  const says = /[^.\n]*(?:interrupted|holds no run)[^.:\n]*/u.exec(output)?.[0].trim();
  return {
    came: `judged afterwards: exit code ${code}${says === undefined ? '' : `, “${says}”`}`,
    objections: [
      ...(mayBe.includes(code) ? [] : [`judged afterwards it ended with exit code ${code}`]),
      ...(isWhole || says !== undefined
        ? []
        : [`judging does not say that the run was interrupted: ${output.slice(-1500)}`]),
      ...(isWhole ? objectionToVerdicts(folder) : []),
      ...stackTraceIn(output),
    ],
  };
}

function hasSeals(folder: string): boolean {
  const path = runFolder.record(folder);
  if (!existsSync(path)) return false;
  return runRecordSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).histories !== undefined;
}

function objectionToVerdicts(folder: string): string[] {
  const text = readFileSync(runFolder.verdicts(folder), 'utf8');
  const { verdict } = runVerdictsSchema.parse(JSON.parse(text));
  return verdict === 'upheld' ? [] : [`exit code 0, and verdicts.json says ${verdict}`];
}
