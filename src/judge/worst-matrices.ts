import { exposureLevels } from '../model/exposure-level.ts';
import type { Visibility, VisibilityCell } from './visibility.ts';

/** Matrices of cohorts with findings that are kept. */
const matricesAtMost = 12;

interface Ranked {
  readonly visibility: Visibility;
  readonly leaks: number;
  readonly viewers: number;
  readonly missing: number;
}

/** Keeps the matrices of the cohorts with most leaks and of one clean cohort, whatever the number of cohorts. */
export class WorstMatrices {
  readonly #worst: Ranked[] = [];
  #clean: Visibility | undefined;

  add(visibility: Visibility, findings: number): void {
    if (findings === 0) {
      this.#clean ??= visibility;
      return;
    }
    this.#worst.push(ranked(visibility));
    this.#worst.sort(
      (one, other) =>
        other.leaks - one.leaks ||
        other.viewers - one.viewers ||
        other.missing - one.missing ||
        one.visibility.cohort - other.visibility.cohort,
    );
    this.#worst.length = Math.min(this.#worst.length, matricesAtMost);
  }

  /** Worst first, the clean one last. */
  matrices(): Visibility[] {
    const worst = this.#worst.map(({ visibility }) => visibility);
    return this.#clean ? [...worst, this.#clean] : worst;
  }
}

/** A recording that names nobody has no column, and is a leak all the same. */
function ranked(visibility: Visibility): Ranked {
  const rows = visibility.cells.map((cells, row) => ({
    leaks: cells.filter(isLeak).length + (visibility.withoutConsultation[row] ?? 0),
    missing: cells.filter((cell) => cell === 'own, missing').length,
  }));
  return {
    visibility,
    leaks: rows.reduce((sum, { leaks }) => sum + leaks, 0),
    viewers: rows.filter(({ leaks }) => leaks > 0).length,
    missing: rows.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function isLeak(cell: VisibilityCell): boolean {
  return exposureLevels.some((level) => level === cell);
}
