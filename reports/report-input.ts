import type { ProofRecord } from '../src/history/proof-record.ts';
import type { RunRecord } from '../src/history/run-record.ts';
import type { RunVerdicts } from '../src/judge/run-verdicts.ts';
import type { Patient } from '../src/model/patient.ts';
import type { PlanHeader } from '../src/plan/plan.ts';

/** Everything that a report is drawn from. */
export interface ReportInput {
  readonly record: RunRecord;
  readonly verdicts: RunVerdicts;
  readonly plan: PlanHeader;
  /** The patients whom findings, exposure rows and matrices name, by number; one who is absent is named by label alone. */
  readonly people: ReadonlyMap<number, Patient>;
  /** How the harness itself was proven; undefined where no record came with it. */
  readonly proof: ProofRecord | undefined;
}

/** One file of a report, with its path under `report/`. */
export interface ReportFile {
  readonly path: string;
  readonly content: string;
}
