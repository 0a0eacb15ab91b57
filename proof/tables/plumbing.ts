import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attemptOf, objectionsToVerdict } from '../assess.ts';
import { withBrokenCopy } from '../plumbing/broken-copy.ts';
import type { BrokenPart } from '../plumbing/broken-parts.ts';
import { brokenParts } from '../plumbing/broken-parts.ts';
import { judgeWithoutAShard } from '../plumbing/judge-without-a-shard.ts';
import type { Attempt, Proof } from '../proof.ts';
import { runGate } from '../run-gate.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const honest = here('../targets/honest-product.ts');

/** The harness's own plumbing out of order: parts of the harness that fail. */
export function plumbingProofs(): Proof[] {
  return [
    ...brokenParts.map((part): Proof => ({
      table: 'plumbing',
      name: part.name,
      expected: part.mayBe.join(' or '),
      attempt: () => attemptWith(part),
    })),
    {
      table: 'plumbing',
      name: 'a shard is missing',
      expected: 'inconclusive',
      attempt: async () => {
        const outcome = await judgeWithoutAShard(honest);
        return attemptOf(outcome, objectionsToVerdict(['inconclusive'], outcome));
      },
    },
  ];
}

function attemptWith({ name, breakage, mayBe }: BrokenPart): Promise<Attempt> {
  return withBrokenCopy(here('../..'), breakage, async (copy) => {
    const run = `plumbing-${name.replaceAll(/\W+/gu, '-').slice(0, 40)}`;
    const target = join(copy, 'proof/targets/honest-product.ts');
    const outcome = await runGate(run, ['--target', target], { repository: copy });
    return attemptOf(outcome, objectionsToVerdict(mayBe, outcome));
  });
}
