import type { Visibility } from '../../src/judge/visibility.ts';
import { visibilityCells } from '../../src/judge/visibility.ts';
import { patientLabel } from '../../src/plan/patient-number.ts';
import { counted, figure } from '../counted.ts';
import { cellGlyphs, cellSize } from './cell-glyphs.ts';
import { html, nothing, trusted } from './html.ts';
import type { Html } from './html.ts';
import type { MatrixRow } from './visibility-order.ts';
import { matrixRows } from './visibility-order.ts';

/** Recordings in one strip of a matrix: what still can be read across a printed page. */
const columnsAtMost = 60;
const labelWidth = 66;
/** A matrix of few recordings is drawn larger where there is room, so that it is not lost on the page. */
const columnsOfSmall = 24;

interface Strip {
  readonly from: number;
  readonly to: number;
}

/** One cohort's patients against its recordings as a drawing; the labels stay in view while it scrolls sideways. */
export function visibilityMatrix(visibility: Visibility): Html {
  const rows = matrixRows(visibility);
  const { columns } = visibility;
  const strips = Array.from({ length: Math.ceil(columns.length / columnsAtMost) }, (_, index) => ({
    from: index * columnsAtMost,
    to: Math.min(columns.length, (index + 1) * columnsAtMost),
  }));
  return html`${strips.map((strip) => drawStrip(visibility, rows, strip))}`;
}

function drawStrip(visibility: Visibility, rows: readonly MatrixRow[], strip: Strip): Html {
  const { cohort } = visibility;
  const columns = visibility.columns.slice(strip.from, strip.to);
  const isLast = strip.to === visibility.columns.length;
  const hasEmpty = isLast && rows.some(({ withoutConsultation }) => withoutConsultation > 0);
  const names = columnNames(columns);
  const head = 10 + 6 * Math.max(hasEmpty ? 8 : 2, ...names.map((name) => name.length));
  const top = (index: number) => head + index * cellSize + gapAbove(rows, index);
  const width = columns.length * cellSize + (hasEmpty ? 40 : 2);
  const height = top(rows.length - 1) + cellSize + 2;
  const title = `Cohort ${cohort}: ${counted(rows.length, 'patient')} against recordings ${strip.from + 1} to ${strip.to}; ${counted(rows.filter(({ isFinding }) => isFinding).length, 'patient')} with findings. The table below says the same.`;
  const isSmall = visibility.columns.length <= columnsOfSmall;
  const shares = `--labels:${share(labelWidth, width)};--cells:${share(width, labelWidth)}`;
  return html` <div
    class="matrix${isSmall ? ' small' : ''}"
    role="region"
    aria-label="Matrix of cohort ${cohort}"
    tabindex="0"
    style="${shares}"
  >
    <svg
      class="labels"
      viewBox="0 0 ${labelWidth} ${height}"
      width="${labelWidth}"
      height="${height}"
      aria-hidden="true"
    >
      ${rows.map(
        ({ viewer, isFinding }, index) =>
          html`<text
            x="${labelWidth - 6}"
            y="${top(index) + 12}"
            text-anchor="end"
            ${isFinding ? html` class="finding"` : nothing}
            >${isFinding ? '▸ ' : ''}${patientLabel(viewer)}</text
          >`,
      )}</svg
    ><svg
      class="cells"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      role="img"
      aria-label="${title}"
    >
      <path class="grid" d="${grid(rows.length, columns.length, top)}" />
      ${names.map((name, index) => html`<text transform="translate(${index * cellSize + 11.5} ${head - 5}) rotate(-90)">${name}</text>`)}
      ${trusted(glyphPaths(rows, strip, top))}
      ${
        hasEmpty
          ? html`<text
                transform="translate(${columns.length * cellSize + 24} ${head - 5}) rotate(-90)"
                >no one’s</text
              >${rows.map(({ withoutConsultation }, index) => (withoutConsultation > 0 ? html`<text class="finding" x="${columns.length * cellSize + 20}" y="${top(index) + 12}" text-anchor="middle">+${figure(withoutConsultation)}</text>` : nothing))}`
          : nothing
      }
    </svg>
  </div>`;
}

/** A gap separates the rows with findings from the others. */
function gapAbove(rows: readonly MatrixRow[], index: number): number {
  const pinned = rows.filter(({ isFinding }) => isFinding).length;
  return pinned > 0 && index >= pinned ? 8 : 0;
}

/** Positions in the cohort; the consultation is named where a patient has several. */
function columnNames(columns: Visibility['columns']): string[] {
  const several = new Set(
    columns
      .map(({ owner }) => owner)
      .filter((owner, index, owners) => owners.indexOf(owner) !== index),
  );
  return columns.map(({ owner, consultation }) => {
    const position = patientLabel(owner).replace(/^.*-/, '');
    return several.has(owner) ? `${position}·${consultation}` : position;
  });
}

function glyphPaths(
  rows: readonly MatrixRow[],
  strip: Strip,
  top: (index: number) => number,
): string {
  const drawn = new Map<string, string>();
  rows.forEach(({ cells }, row) =>
    cells.slice(strip.from, strip.to).forEach((cell, column) => {
      const path = cellGlyphs[cell].path?.(column * cellSize, top(row)) ?? '';
      drawn.set(cell, (drawn.get(cell) ?? '') + path);
    }),
  );
  return visibilityCells
    .map((cell) => ({ name: cellGlyphs[cell].name, path: drawn.get(cell) ?? '' }))
    .filter(({ path }) => path !== '')
    .map(({ name, path }) => `<path class="glyph ${name}" d="${path}"/>`)
    .join('\n');
}

function grid(rows: number, columns: number, top: (index: number) => number): string {
  const across = Array.from(
    { length: rows },
    (_, row) => `M0 ${top(row)}h${columns * cellSize}v${cellSize}h-${columns * cellSize}z`,
  );
  const down = Array.from(
    { length: columns },
    (_, column) => `M${column * cellSize} ${top(0)}V${top(rows - 1) + cellSize}`,
  );
  return [...across, ...down].join('');
}

function share(part: number, rest: number): string {
  return `${((part / (part + rest)) * 100).toFixed(3)}%`;
}
