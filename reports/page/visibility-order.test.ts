import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VisibilityCell } from '../../src/judge/visibility.ts';
import { matrixRows } from './visibility-order.ts';

const cells: readonly (readonly VisibilityCell[])[] = [
  ['own, visible', 'hidden', 'hidden'],
  ['hidden', 'own, missing', 'hidden'],
  ['listed', 'listed', 'own, visible'],
  ['hidden', 'delivered', 'own, visible'],
  ['content seen', 'hidden', 'own, visible'],
  ['content seen', 'listed', 'own, visible'],
  ['hidden', 'not checked', 'own, visible'],
  ['hidden', 'hidden', 'own, visible'],
];

test('the worst rows stand on top, those without a finding below in the order of the plan', () => {
  const rows = matrixRows({
    cohort: 0,
    scenario: 'hand-written',
    viewers: cells.map((_, viewer) => viewer),
    columns: [0, 1, 2].map((owner) => ({ owner, consultation: 1 })),
    cells: cells.map((row) => [...row]),
    withoutConsultation: [0, 0, 0, 0, 0, 0, 0, 3],
  });
  assert.deepEqual(
    rows.map(({ viewer }) => viewer),
    [5, 4, 3, 7, 2, 1, 0, 6],
  );
});
