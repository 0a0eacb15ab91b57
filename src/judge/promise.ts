import type { HistoryEntry } from '../history/history.ts';
import type { CohortRecord } from './cohort-record.ts';
import type { Finding, Shortfall } from './finding.ts';
import type { PromiseId } from './promise-id.ts';

/** What one promise concluded about one cohort. */
export interface PromiseOutcome {
  readonly findings: readonly Finding[];
  readonly shortfalls: readonly Shortfall[];
  readonly planned: number;
  readonly concluded: number;
  /** Why no check was planned, where the target lacks every surface that the promise is about: its own reason. */
  readonly nothingToJudge?: string | undefined;
}

/** Watches one cohort's history, entry by entry, and concludes at its end. */
export interface Watch {
  readonly see?: (entry: HistoryEntry, line: number) => void;
  readonly conclude: () => PromiseOutcome;
}

/** A sentence that must hold of the product under test. */
export interface ProductPromise {
  readonly id: PromiseId;
  readonly sentence: string;
  /** A confidentiality promise says none of others'; its partner for completeness says all of one's own. */
  readonly guards: 'confidentiality' | 'completeness' | 'integrity';
  /** `record` is kept up to date before each entry is seen. */
  readonly watch: (record: CohortRecord) => Watch;
}
