import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyEntrySchema } from '../../history/history.ts';
import type { HistoryEntry } from '../../history/history.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import type { ProductPromise } from '../promise.ts';
import type { Verdict } from '../verdict.ts';
import { end, start } from './hand-written-history.ts';
import { handWrittenPlan } from './hand-written-plan.ts';
import { judgedBy } from './judged-by.ts';

/** One history and what a promise has to make of it. */
export interface PromiseRow {
  readonly name: string;
  readonly checks: PlannedCohort['checks'];
  /** What else was planned; when absent, nothing. */
  readonly planned?: (plan: PlannedCohort) => PlannedCohort;
  /** What happened between start and end. */
  readonly entries: readonly HistoryEntry[];
  readonly verdict: Verdict;
  /** Each finding in part, in order; when absent, there is none. */
  readonly findings?: readonly Partial<Finding>[];
  /** What one of the shortfalls says; when absent, there is none. */
  readonly shortfall?: RegExp;
  /** Instead of the usual first and last entry. */
  readonly around?: readonly [HistoryEntry[], HistoryEntry[]];
}

/** Makes a test of each row. */
export function testPromise(promise: ProductPromise, rows: readonly PromiseRow[]): void {
  for (const row of rows) {
    const { name, checks, planned, entries, verdict, findings = [], shortfall, around } = row;
    test(`${verdict}: ${name}`, () => {
      const [before, after] = around ?? [[start()], [end()]];
      const history = [...before, ...entries, ...after];
      for (const entry of history) historyEntrySchema.parse(entry);
      const plan = handWrittenPlan(checks);
      const judged = judgedBy(promise, planned?.(plan) ?? plan, history);
      assert.equal(judged.verdict, verdict, JSON.stringify(judged, undefined, 1));
      assert.equal(judged.findings.length, findings.length, JSON.stringify(judged.findings));
      for (const [index, expected] of findings.entries())
        assert.partialDeepStrictEqual(judged.findings[index], { promise: promise.id, ...expected });
      const reasons = judged.shortfalls.map(({ reason }) => reason).join('\n');
      if (shortfall === undefined) assert.equal(reasons, '');
      else assert.match(reasons, shortfall);
      assert.ok(judged.concluded <= judged.planned);
    });
  }
}
