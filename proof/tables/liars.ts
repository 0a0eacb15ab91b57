import { basename } from 'node:path';
import { attemptOf, objectionsToTarget } from '../assess.ts';
import { expectedTargets } from '../liar-expectations.ts';
import type { Proof } from '../proof.ts';
import { runGate } from '../run-gate.ts';

/** Every target that lies, none of which may be upheld, and their honest twin, which must be. */
export function liarProofs(): Proof[] {
  return expectedTargets.map((target) => {
    const name = basename(target.module, '.ts');
    return {
      table: 'liars',
      name: name.replaceAll('-', ' '),
      expected: target.expected,
      attempt: async () => {
        const outcome = await runGate(`target-${name.slice(0, 40)}`, ['--target', target.module]);
        return attemptOf(outcome, objectionsToTarget(target, outcome));
      },
    };
  });
}
