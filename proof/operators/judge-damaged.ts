import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { judgeStoredRun } from '../../src/cli/judge-stored-run.ts';
import { sealRun } from '../../src/cli/seal-run.ts';
import { runFolder } from '../../src/history/run-folder.ts';
import type { RunVerdict } from '../../src/judge/verdict.ts';
import { chooseBy } from './choose-by.ts';
import type { VerdictCount } from './judge-altered.ts';
import type { StoredOperator } from './stored-operators.ts';

/**
 * Damages the files of copies of a clean run and judges each from disk; what happens before the run is sealed is sealed
 * anew, so that no hash tells. Throws when one is upheld.
 */
export async function judgeDamaged(
  folder: string,
  operator: StoredOperator,
  damages: number,
  seed: number,
): Promise<VerdictCount> {
  const count: Record<RunVerdict, number> = { upheld: 0, violated: 0, inconclusive: 0, broken: 0 };
  const property = fc.asyncProperty(fc.gen(), async (generate) => {
    const choose = chooseBy(generate);
    const copy = await mkdtemp(`${folder}-damaged-`);
    await cp(folder, copy, { recursive: true });
    fc.pre(await operator.damage(await historiesOf(copy), choose));
    if (operator.isBeforeSeal) await sealRun(copy);
    const { verdict } = await judgeStoredRun(copy);
    count[verdict] += 1;
    if (verdict === 'upheld') throw new Error(`${operator.name}: upheld. See ${copy}.`);
    await rm(copy, { recursive: true });
  });
  await fc.assert(property, { numRuns: damages, seed, endOnFailure: true });
  return count;
}

async function historiesOf(folder: string): Promise<string[]> {
  const histories = runFolder.histories(folder);
  const found = await readdir(histories, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .toSorted();
}
