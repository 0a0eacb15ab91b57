import { createHash } from 'node:crypto';
import type { Proof } from './proof.ts';

/**
 * One in `parts` of the proofs, chosen by a commit's hash: every table is in it, the choice differs from commit to
 * commit and is the same for everybody who has that commit.
 */
export function partOf(proofs: readonly Proof[], parts: number, commit: string): Proof[] {
  const tables = Map.groupBy(proofs, ({ table }) => table);
  return [...tables.values()].flatMap((table) =>
    table
      .map((proof) => ({ proof, rank: rankOf(`${commit}/${proof.table}/${proof.name}`) }))
      .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
      .slice(0, Math.ceil(table.length / parts))
      .map(({ proof }) => proof),
  );
}

function rankOf(label: string): string {
  return createHash('sha256').update(label).digest('hex');
}
