import type { ReportInput } from '../report-input.ts';
import {
  cleanMatrix,
  goodCoverage,
  groupOf,
  promisesWith,
  verdictsWith,
} from './hand-written-verdicts.ts';
import { runToReport } from './run-to-report.ts';

/** What a product, a name or a path may hold to break out of a report. */
export const hostile =
  '"><script>alert(1)</script><img src=x onerror=alert(2)>\'`|](javascript:alert(3)) ]]> &amp; @everyone\u0001\ud800\n# heading';

/** A run in which every text that comes from outside is hostile. */
export function hostileRun(): ReportInput {
  const id = 'every-replay-belongs-to-its-viewer';
  const finding = { promise: id, class: 'foreign content', level: 'listed', item: hostile, detail: hostile } as const; // prettier-ignore
  const input = runToReport(
    verdictsWith({
      promises: promisesWith({ [id]: { verdict: 'violated', findings: 1, shortfalls: 1 } }),
      findings: [groupOf(finding)],
      problems: [hostile],
      coverage: { ...goodCoverage, absentSurfaces: { 'error-page': hostile } },
      visibility: [{ ...cleanMatrix(17), scenario: hostile }],
      shortfalls: [{ promise: id, reason: hostile, count: 1, cohort: 17, viewer: 1088, surface: null }],
    }),
    { run: hostile, target: hostile, fault: hostile, reproduce: hostile, seed: hostile },
  ); // prettier-ignore
  const rule = { rule: hostile, threshold: hostile, value: hostile, verdict: 'broken' } as const;
  const rules = [...input.verdicts.rules, rule, rule];
  const people = [...input.people].map(
    ([number, patient]) =>
      [number, { ...patient, givenName: hostile, confusable: [hostile] }] as const,
  );
  return { ...input, verdicts: { ...input.verdicts, rules }, people: new Map(people) };
}
