import { exposureLevels } from '../../src/model/exposure-level.ts';
import type { Patient } from '../../src/model/patient.ts';
import type { Visibility, VisibilityCell } from '../../src/judge/visibility.ts';
import { patientLabel } from '../../src/plan/patient-number.ts';
import { figure } from '../counted.ts';
import { html } from './html.ts';
import type { Html, Part } from './html.ts';
import { person } from './person.ts';
import { table } from './table.ts';
import type { MatrixRow } from './visibility-order.ts';
import { matrixRows } from './visibility-order.ts';

type Columns = Visibility['columns'];

/** The matrix in words, a row a patient, for those who cannot see it and for those who want the names. */
export function visibilityTable(
  visibility: Visibility,
  people: ReadonlyMap<number, Patient>,
): Html {
  const { columns, cohort } = visibility;
  return table(
    `Who saw what, cohort ${cohort}`,
    [
      { title: 'Patient' },
      { title: 'Own recordings' },
      { title: 'Others’ recordings shown' },
      { title: 'No recognisable consultation', isFigure: true },
      { title: 'Others’, hidden', isFigure: true },
      { title: 'Not checked' },
    ],
    matrixRows(visibility).map((row) => [
      person(people, row.viewer),
      own(row, columns),
      others(row, columns),
      row.withoutConsultation === 0 ? 'none' : figure(row.withoutConsultation),
      figure(row.cells.filter((cell) => cell === 'hidden').length),
      unchecked(row, columns),
    ]),
  );
}

function own(row: MatrixRow, columns: Columns): Part {
  const visible = row.cells.filter((cell) => cell === 'own, visible').length;
  const missing = named(row, columns, 'own, missing');
  return [
    visible > 0 || missing.length === 0 ? `${visible === 0 ? 'none' : visible} visible` : '',
    missing.length > 0 ? html`${visible > 0 ? '; ' : ''}missing or incomplete: ${missing}` : '',
  ];
}

function others(row: MatrixRow, columns: Columns): Part {
  const parts = exposureLevels.toReversed().flatMap((level) => {
    const names = named(row, columns, level);
    return names.length > 0 ? [html`${level}: ${names}`] : [];
  });
  return parts.length > 0 ? separated(parts, '; ') : 'none';
}

function unchecked(row: MatrixRow, columns: Columns): Part {
  const names = named(row, columns, 'not checked');
  const isAll = row.cells.every((cell) => cell === 'not checked');
  return names.length === 0 ? 'none' : isAll ? 'all of them' : names;
}

/** The recordings with this cell, by owner; the consultation is named where an owner has several. */
function named(row: MatrixRow, columns: Columns, cell: VisibilityCell): Part[] {
  const names = columns
    .filter((_, index) => row.cells[index] === cell)
    .map(({ owner, consultation }) => {
      const isOnly = columns.filter((column) => column.owner === owner).length === 1;
      const which = isOnly ? '' : ` consultation ${consultation}`;
      return html`<span class="name">${patientLabel(owner)}${which}</span>`;
    });
  return separated(names, ', ');
}

function separated(parts: readonly Part[], separator: string): Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
