import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Listr } from 'listr2';
import { z } from 'zod';
import { writeJson } from '../src/history/write-json.ts';
import { objectionsToFault, objectionsToTarget } from './assess.ts';
import { expectedTargets } from './expectations.ts';
import type { GateOutcome } from './run-gate.ts';
import { runGate } from './run-gate.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const catalogueSchema = z.object({
  faults: z.array(
    z.object({ id: z.string(), mustBreak: z.array(z.string()), mayBreak: z.array(z.string()) }),
  ),
});

/** One line of the proof's record. */
interface Line {
  readonly kind: 'fault' | 'target';
  readonly name: string;
  readonly expected: string;
  readonly verdict: string;
  readonly exitCode: number;
  readonly violated: readonly string[];
  readonly objections: readonly string[];
}

const { stdout } = await promisify(execFile)(process.execPath, [here('../clinic/faults/list.ts')]);
const { faults } = catalogueSchema.parse(JSON.parse(stdout));
const lines: Line[] = [];

function keep(
  kind: Line['kind'],
  name: string,
  expected: string,
  { exitCode, verdicts, output }: GateOutcome,
  objections: readonly string[],
): void {
  const violated = (verdicts?.promises ?? [])
    .filter(({ verdict }) => verdict === 'violated')
    .map(({ id }) => id);
  const verdict = verdicts?.verdict ?? 'none';
  lines.push({ kind, name, expected, verdict, exitCode, violated, objections });
  if (objections.length > 0) throw new Error(`${objections.join('; ')}\n${output.slice(-4000)}`);
}

const tasks = new Listr(
  [
    ...faults.map((fault) => ({
      title: `fault ${fault.id}`,
      async task() {
        const outcome = await runGate(`fault-${fault.id.slice(0, 40)}`, ['--fault', fault.id]);
        keep('fault', fault.id, 'violated', outcome, objectionsToFault(fault, outcome));
      },
    })),
    ...expectedTargets.map((target) => ({
      title: `target ${basename(target.module, '.ts')}`,
      async task() {
        const name = basename(target.module, '.ts');
        const outcome = await runGate(`target-${name.slice(0, 40)}`, ['--target', target.module]);
        keep('target', name, target.expected, outcome, objectionsToTarget(target, outcome));
      },
    })),
  ],
  { exitOnError: false, renderer: 'simple' },
);
await tasks.run();
await mkdir(here('../results/proof'), { recursive: true });
await writeJson(here('../results/proof/proof.json'), { format: 1, lines });
const planned = faults.length + expectedTargets.length;
const passed = lines.filter(({ objections }) => objections.length === 0).length;
console.log(`${passed} passed, ${planned - passed} failed`);
process.exitCode = passed === planned ? 0 : 1;
