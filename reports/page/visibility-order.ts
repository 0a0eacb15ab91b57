import { exposureLevels } from '../../src/model/exposure-level.ts';
import type { ExposureLevel } from '../../src/model/exposure-level.ts';
import type { Visibility, VisibilityCell } from '../../src/judge/visibility.ts';

/** One row of a matrix, ready to be drawn. */
export interface MatrixRow {
  readonly viewer: number;
  readonly cells: readonly VisibilityCell[];
  readonly withoutConsultation: number;
  readonly isFinding: boolean;
}

const harmless: readonly VisibilityCell[] = ['own, visible', 'hidden', 'not checked'];

/** A matrix's rows, those with findings first and the worst of them on top, otherwise in the order of the plan. */
export function matrixRows({ viewers, cells, withoutConsultation }: Visibility): MatrixRow[] {
  const rows = viewers.map((viewer, index): MatrixRow => {
    const own = cells[index] ?? [];
    const empty = withoutConsultation[index] ?? 0;
    const isFinding = empty > 0 || own.some((cell) => !harmless.includes(cell));
    return { viewer, cells: own, withoutConsultation: empty, isFinding };
  });
  return [
    ...rows.filter(({ isFinding }) => isFinding).toSorted(worstFirst),
    ...rows.filter(({ isFinding }) => !isFinding),
  ];
}

/** By recordings whose content was seen, then by those delivered, then by those listed. */
function worstFirst(one: MatrixRow, other: MatrixRow): number {
  const more = (level: ExposureLevel) => atLeast(other, level) - atLeast(one, level);
  return more('content seen') || more('delivered') || shown(other) - shown(one);
}

function atLeast({ cells }: MatrixRow, level: ExposureLevel): number {
  const levels: readonly VisibilityCell[] = exposureLevels.slice(exposureLevels.indexOf(level));
  return cells.filter((cell) => levels.includes(cell)).length;
}

function shown(row: MatrixRow): number {
  return atLeast(row, 'listed') + row.withoutConsultation;
}
