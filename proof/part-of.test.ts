import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proofTables } from '../src/history/proof-record.ts';
import { partOf } from './part-of.ts';
import type { Proof } from './proof.ts';

const proofs = proofTables.flatMap((table) =>
  Array.from({ length: 10 }, (_, index): Proof => ({
    table,
    name: `line ${index}`,
    expected: 'inconclusive',
    attempt: () => Promise.reject(new Error('never attempted')),
  })),
);
const names = (part: readonly Proof[]) => part.map(({ table, name }) => `${table}/${name}`);

test('a part holds its share of every table', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (commit, parts) => {
      const part = partOf(proofs, parts, commit);
      for (const table of proofTables)
        assert.equal(part.filter((proof) => proof.table === table).length, Math.ceil(10 / parts));
    }),
  );
});

test('everybody chooses the same part for the same commit, whatever the order of the lines', () => {
  assert.deepEqual(
    names(partOf(proofs, 4, 'a commit')).toSorted(),
    names(partOf(proofs.toReversed(), 4, 'a commit')).toSorted(),
  );
});

test('over many commits every line has its turn', () => {
  const seen = new Set<string>();
  for (let commit = 0; commit < 100; commit += 1)
    for (const name of names(partOf(proofs, 5, `commit ${commit}`))) seen.add(name);
  assert.equal(seen.size, proofs.length);
});
