import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Visibility, VisibilityCell } from './visibility.ts';
import { WorstMatrices } from './worst-matrices.ts';

/** A cohort of two patients: what each of them saw, and how many recordings of nobody. */
function cohortOf(
  cohort: number,
  cells: readonly (readonly VisibilityCell[])[],
  withoutConsultation: readonly number[] = cells.map(() => 0),
): Visibility {
  const columns = (cells[0] ?? []).map((_, owner) => ({ owner, consultation: 1 }));
  return {
    cohort,
    scenario: 'hand-written',
    viewers: cells.map((_, viewer) => viewer),
    columns,
    cells: cells.map((row) => [...row]),
    withoutConsultation: [...withoutConsultation],
  };
}

function keptOf(...cohorts: readonly Visibility[]): number[] {
  const matrices = new WorstMatrices();
  for (const cohort of cohorts) matrices.add(cohort, 1);
  return matrices.matrices().map(({ cohort }) => cohort);
}

const hidden = ['hidden', 'hidden'] as const;

test('the worst cohort is kept and stands first, however late it comes', () => {
  const small = Array.from({ length: 20 }, (_, cohort) => cohortOf(cohort, [['listed', 'hidden'], hidden])); // prettier-ignore
  const large = cohortOf(20, [['content seen', 'content seen'], hidden]);
  assert.deepEqual(keptOf(...small, large), [20, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}); // prettier-ignore

test('recordings of nobody count, then viewers, then what is missing, then the cohort’s number', () => {
  const kept = keptOf(
    cohortOf(6, [hidden, hidden]),
    cohortOf(5, [hidden, hidden]),
    cohortOf(4, [hidden, ['hidden', 'own, missing']]),
    cohortOf(3, [['listed', 'delivered'], hidden]),
    cohortOf(2, [
      ['listed', 'hidden'],
      ['hidden', 'listed'],
    ]),
    cohortOf(1, [['reachable', 'hidden'], hidden], [2, 0]),
  );
  assert.deepEqual(kept, [1, 2, 3, 4, 5, 6]);
});

test('of the clean cohorts the first is kept, and stands last', () => {
  const matrices = new WorstMatrices();
  for (const cohort of [7, 8]) matrices.add(cohortOf(cohort, [hidden, hidden]), 0);
  matrices.add(cohortOf(9, [['listed', 'hidden'], hidden]), 1);
  assert.deepEqual(
    matrices.matrices().map(({ cohort }) => cohort),
    [9, 7],
  );
});

test('no cohort that is left out is worse than one that is kept, in whichever order they come', () => {
  const leaks = fc.uniqueArray(fc.record({ cohort: fc.nat(99), nobodys: fc.nat(5) }), {
    selector: ({ cohort }) => cohort,
    maxLength: 30,
  });
  fc.assert(
    fc.property(leaks, (cohorts) => {
      const made = cohorts.map(({ cohort, nobodys }) => cohortOf(cohort, [hidden], [nobodys]));
      const expected = cohorts
        .toSorted((one, other) => other.nobodys - one.nobodys || one.cohort - other.cohort)
        .slice(0, 12)
        .map(({ cohort }) => cohort);
      assert.deepEqual(keptOf(...made), expected);
      assert.deepEqual(keptOf(...made.toReversed()), expected);
    }),
  );
});
