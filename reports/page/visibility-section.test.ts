import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibilityCells } from '../../src/judge/visibility.ts';
import { cleanMatrix } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { runs } from '../testing/runs.ts';
import { cellGlyphs } from './cell-glyphs.ts';
import { matrixRows } from './visibility-order.ts';
import { visibilityMatrix } from './visibility-matrix.ts';
import { visibilitySection } from './visibility-section.ts';
import { visibilityTable } from './visibility-table.ts';

const matrix = cleanMatrix(17);

test('rows with findings stand first, the others in the order of the plan', () => {
  const withoutConsultation = matrix.withoutConsultation.with(30, 1);
  const cells = matrix.cells.with(40, matrix.cells[40]?.with(0, 'own, missing') ?? []);
  const rows = matrixRows({ ...matrix, withoutConsultation, cells });
  assert.deepEqual(
    rows.slice(0, 3).map(({ viewer }) => viewer - 17 * 64),
    [30, 40, 0],
  );
});

test('every kind of cell has a drawing of its own', () => {
  const drawings = visibilityCells.map(
    (cell) => `${cellGlyphs[cell].name} ${cellGlyphs[cell].path?.(0, 0) ?? ''}`,
  );
  assert.equal(new Set(drawings).size, visibilityCells.length);
});

test('a wide matrix is drawn in strips of at most 60 recordings', () => {
  const twice = {
    ...matrix,
    columns: [...matrix.columns, ...matrix.columns],
    cells: matrix.cells.map((cells) => [...cells, ...cells]),
  };
  const { markup } = visibilityMatrix(twice);
  assert.equal(markup.match(/class="cells"/g)?.length, 2);
  assert.match(markup, /recordings 61 to 108/);
});

test('the table names what the drawing shows', () => {
  const row = matrix.cells[0]?.with(4, 'delivered').with(5, 'not checked') ?? [];
  const { markup } = visibilityTable({ ...matrix, cells: matrix.cells.with(0, row) }, new Map());
  assert.match(markup, /delivered: <span class="name">p17-05<\/span>/);
  assert.match(markup, /<span class="name">p17-06<\/span>/);
});

test('cohorts that are not drawn are counted', () => {
  const { markup } = visibilitySection(runs.violated);
  assert.match(
    markup,
    /20 more cohorts\s+are\s+not drawn. Of all 22, 1 had findings and 21 had none/,
  );
  const all = { ...runs.upheld.verdicts.coverage, cohorts: 1 };
  const drawn = visibilitySection(runToReport({ ...runs.upheld.verdicts, coverage: all }));
  assert.match(drawn.markup, /Every cohort is drawn/);
});
