import type { ProofTable } from '../src/history/proof-record.ts';

/** What one attempt gave, in words for the record, and every objection to it. */
export interface Attempt {
  readonly came: string;
  /** Empty when what came is what was expected. */
  readonly objections: readonly string[];
}

/** One line of the proof before it was attempted: its name and what is expected are written down beforehand. */
export interface Proof {
  readonly table: ProofTable;
  /** Unique in its table; in words, since the record shows it. */
  readonly name: string;
  readonly expected: string;
  /** Whether calls are held live, which takes their time whatever the machine. */
  readonly isLive?: boolean;
  /** Throws only when the proof itself is broken. */
  attempt(): Promise<Attempt>;
}
