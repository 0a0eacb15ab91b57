import type { VisibilityCell } from '../../src/judge/visibility.ts';

/** Edge of a cell of the matrix, in px. */
export const cellSize = 16;

/** How one kind of cell is drawn, with its corner at (x, y), and what it means. `path` is null for the blank cell. */
export interface CellGlyph {
  readonly name: string;
  readonly path: ((x: number, y: number) => string) | null;
}

/** A glyph of its own shape for each kind of cell, so that none is told by colour alone. */
export const cellGlyphs: Readonly<Record<VisibilityCell, CellGlyph>> = {
  'own, visible': { name: 'own', path: (x, y) => circle(x, y) },
  'own, missing': { name: 'missing', path: (x, y) => circle(x, y) },
  hidden: { name: 'hidden', path: null },
  'not checked': {
    name: 'unchecked',
    path: (x, y) => `M${x + 3} ${y + 9}l6-6M${x + 5} ${y + 12}l7-7M${x + 8} ${y + 14}l5-5`,
  },
  listed: { name: 'listed', path: (x, y) => square(x, y) },
  reachable: { name: 'reachable', path: (x, y) => `${square(x, y)}M${x + 4} ${y + 12}l8-8v8z` },
  delivered: { name: 'delivered', path: (x, y) => square(x, y) },
  'content seen': {
    name: 'seen',
    path: (x, y) => `M${x + 3.5} ${y + 3.5}l9 9M${x + 12.5} ${y + 3.5}l-9 9`,
  },
};

function circle(x: number, y: number): string {
  return `M${x + 4.5} ${y + 8}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z`;
}

function square(x: number, y: number): string {
  return `M${x + 4} ${y + 4}h8v8h-8z`;
}
