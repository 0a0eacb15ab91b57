import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { attemptOf, objectionsToFault } from '../assess.ts';
import type { Proof } from '../proof.ts';
import { runGate } from '../run-gate.ts';

const catalogueSchema = z.object({
  faults: z.array(
    z.object({ id: z.string(), mustBreak: z.array(z.string()), mayBreak: z.array(z.string()) }),
  ),
});

/** Every fault of the clinic's catalogue, each of which has to be found. */
export async function faultProofs(): Promise<Proof[]> {
  const list = fileURLToPath(new URL('../../clinic/faults/list.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [list]);
  const { faults } = catalogueSchema.parse(JSON.parse(stdout));
  return faults.map((fault) => ({
    table: 'faults',
    name: fault.id,
    expected: `violated: ${fault.mustBreak.join(', ')}`,
    attempt: async () => {
      const outcome = await runGate(`fault-${fault.id.slice(0, 40)}`, ['--fault', fault.id]);
      return attemptOf(outcome, objectionsToFault(fault, outcome));
    },
  }));
}
