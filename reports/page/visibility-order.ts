import type { Visibility, VisibilityCell } from '../../src/judge/visibility.ts';

/** One row of a matrix, ready to be drawn. */
export interface MatrixRow {
  readonly viewer: number;
  readonly cells: readonly VisibilityCell[];
  readonly withoutConsultation: number;
  readonly isFinding: boolean;
}

const harmless: readonly VisibilityCell[] = ['own, visible', 'hidden', 'not checked'];

/** A matrix's rows, those with findings first, otherwise in the order of the plan. */
export function matrixRows({ viewers, cells, withoutConsultation }: Visibility): MatrixRow[] {
  const rows = viewers.map((viewer, index): MatrixRow => {
    const own = cells[index] ?? [];
    const empty = withoutConsultation[index] ?? 0;
    const isFinding = empty > 0 || own.some((cell) => !harmless.includes(cell));
    return { viewer, cells: own, withoutConsultation: empty, isFinding };
  });
  return [
    ...rows.filter(({ isFinding }) => isFinding),
    ...rows.filter(({ isFinding }) => !isFinding),
  ];
}
