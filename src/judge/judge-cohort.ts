import type { EntryOf, HistoryEntry } from '../history/history.ts';
import { patientLabel } from '../plan/patient-number.ts';
import type { PlannedCohort } from '../plan/plan.ts';
import { CohortRecord } from './cohort-record.ts';
import type { Finding } from './finding.ts';
import { MomentOrder } from './moment-order.ts';
import type { ProductPromise, PromiseOutcome } from './promise.ts';
import { promises } from './promises.ts';
import { SelfContradictions } from './self-contradictions.ts';
import type { Visibility } from './visibility.ts';
import { visibilityOf } from './visibility.ts';

/** What all promises concluded about one cohort. */
export interface CohortJudgement {
  readonly outcomes: readonly {
    readonly promise: ProductPromise;
    readonly outcome: PromiseOutcome;
  }[];
  readonly record: CohortRecord;
  readonly visibility: Visibility;
}

/** Watches one cohort's history go by and judges it at the end: a fold that keeps only what its promises need. */
export class CohortJudge {
  readonly record: CohortRecord;
  readonly #watches;
  readonly #looked = new Set<number>();
  readonly #failed = new Set<number>();
  readonly #breakages: string[] = [];
  #brokenBeside: string | undefined;
  readonly #order: MomentOrder;
  readonly #contradictions = new SelfContradictions();

  constructor(plan: PlannedCohort) {
    this.record = new CohortRecord(plan);
    this.#order = new MomentOrder(plan);
    this.#watches = promises.map((promise) => ({ promise, watch: promise.watch(this.record) }));
  }

  see(entry: HistoryEntry, line: number): void {
    this.record.see(entry, line);
    this.#order.see(entry);
    this.#contradictions.see(entry);
    if (entry.type === 'look' && entry.phase === 'settled')
      (entry.outcome === 'seen' ? this.#looked : this.#failed).add(entry.viewer);
    // What broke without belonging to a check may have taken anything along.
    if (entry.type === 'shortfall' && entry.check === undefined) this.#breakages.push(entry.reason);
    if (entry.type === 'baseline' && entry.outcome === 'failed')
      this.#breakages.push(unknownBaseline(entry));
    if (entry.type === 'shortfall' && entry.besideProduct) this.#brokenBeside = entry.reason;
    for (const { watch } of this.#watches) watch.see?.(entry, line);
  }

  conclude(): CohortJudgement {
    const breakages = [
      ...this.#breakages,
      ...this.#order.conclude(),
      ...this.#contradictions.conclude(),
    ];
    const outcomes = this.#watches.map(({ promise, watch }) => {
      const outcome = this.#excused(promise, watch.conclude());
      const broken = breakages.map((reason) => ({
        promise: promise.id,
        cohort: this.record.plan.cohort,
        viewer: null,
        surface: null,
        reason,
      }));
      return { promise, outcome: { ...outcome, shortfalls: [...outcome.shortfalls, ...broken] } };
    });
    const findings: Finding[] = outcomes.flatMap(({ outcome }) => outcome.findings);
    const wasChecked = (viewer: number) => this.#looked.has(viewer) && !this.#failed.has(viewer);
    return {
      outcomes,
      record: this.record,
      visibility: visibilityOf(this.record, findings, wasChecked),
    };
  }

  /** What a third party lost is missing without the product's doing; what was shown to a stranger was shown all the same. */
  #excused({ id, guards }: ProductPromise, outcome: PromiseOutcome): PromiseOutcome {
    const broken = this.#brokenBeside;
    if (broken === undefined || guards !== 'completeness') return outcome;
    const excused = outcome.findings.map(({ viewer, surface, detail }) => ({
      promise: id,
      cohort: this.record.plan.cohort,
      viewer,
      surface: surface === 'response' || surface === 'call' ? null : surface,
      reason: `${detail} ${broken}`,
    }));
    return { ...outcome, findings: [], shortfalls: [...outcome.shortfalls, ...excused] };
  }
}

/** Where nobody knows what was there before, nobody knows what the run brought. */
function unknownBaseline({ viewer, surface, reason }: EntryOf<'baseline'>): string {
  const why = reason ?? 'no reason is given';
  return `What the account of ${patientLabel(viewer)} held before the run was not seen on ${surface}: ${why}.`;
}
