import type { HistoryEntry } from '../../src/history/history.ts';
import type { PlannedCohort } from '../../src/plan/plan.ts';

/** A cohort of a clean run: what was planned and what was seen. */
export interface PlayedCohort {
  readonly plan: PlannedCohort;
  readonly history: readonly HistoryEntry[];
  /** Whether the run has no other cohort. */
  readonly isAlone: boolean;
}

/** Picks one of several, at random and repeatably; undefined when there is none. */
export type Choose = <Item>(among: readonly Item[]) => Item | undefined;

/** One way in which a history may come to say something else than what was seen. */
export interface Operator {
  /** In words, since the record shows it. */
  readonly name: string;
  /** Why a history that was altered so proves as much as before, and accuses nobody; absent where it must never be upheld. */
  readonly harmless?: string;
  /** The history altered in one place; undefined where this cohort has none. */
  readonly alter: (played: PlayedCohort, choose: Choose) => HistoryEntry[] | undefined;
}
