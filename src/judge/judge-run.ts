import type { HistoryEntry } from '../history/history.ts';
import type { PlannedCohort } from '../plan/plan.ts';
import type { CohortJudgement } from './judge-cohort.ts';
import { CohortJudge } from './judge-cohort.ts';
import { CoverageCount, noCoverage } from './coverage.ts';
import { ExposureCount } from './exposure.ts';
import { FindingGroups } from './finding-groups.ts';
import type { Thresholds } from './gate-rules.ts';
import { gateRules } from './gate-rules.ts';
import { PromiseTally } from './promise-tally.ts';
import type { RunVerdicts } from './run-verdicts.ts';
import { verdictsFormat } from './run-verdicts.ts';
import { exitCodes, worstVerdict } from './verdict.ts';
import { WorstMatrices } from './worst-matrices.ts';

/** One cohort as stored: its plan and its history, read as a stream. */
export interface StoredCohort {
  readonly plan: PlannedCohort;
  readonly history: AsyncIterable<HistoryEntry> | Iterable<HistoryEntry>;
}

/** What judging a run needs to know apart from plan and histories. */
export interface JudgedRun {
  readonly run: string;
  readonly thresholds: Thresholds;
  /** Told while reading: what is wrong with the stored evidence. Complete once the last cohort was read. */
  readonly problems: readonly string[];
}

/** Told of each cohort as it is judged. */
export type CohortListener = (plan: PlannedCohort, judgement: CohortJudgement) => void;

/** Judges a whole run, cohort after cohort: a fold whose memory does not grow with the number of patients. */
export async function judgeRun(
  run: JudgedRun,
  cohorts: AsyncIterable<StoredCohort> | Iterable<StoredCohort>,
  hear: CohortListener = () => undefined,
): Promise<RunVerdicts> {
  const tally = new PromiseTally();
  const groups = new FindingGroups();
  const exposure = new ExposureCount();
  const coverage = noCoverage();
  const matrices = new WorstMatrices();
  let cohortsWithFindings = 0;
  let lacking: string | undefined;

  for await (const { plan, history } of cohorts) {
    const judge = new CohortJudge(plan);
    const count = new CoverageCount(coverage, plan);
    let line = 0;
    for await (const entry of history) {
      line += 1;
      judge.see(entry, line);
      count.see(entry);
      if (entry.type === 'shortfall' && entry.driverLacks) lacking ??= entry.reason;
    }
    const judgement = judge.conclude();
    const { outcomes, record, visibility } = judgement;
    hear(plan, judgement);
    count.conclude(record);
    let found = 0;
    for (const { promise, outcome } of outcomes) {
      tally.add(promise.id, outcome);
      found += outcome.findings.length;
      for (const finding of outcome.findings) {
        groups.add(finding);
        exposure.add(finding);
      }
    }
    matrices.add(visibility, found);
    if (found > 0) cohortsWithFindings += 1;
  }

  coverage.media.readSeconds = Math.round(coverage.media.readSeconds);
  coverage.media.unreadableSeconds = Math.round(coverage.media.unreadableSeconds * 10) / 10;
  const promises = tally.promises();
  const checks = tally.checks();
  const { thresholds, problems } = run;
  const rules = gateRules(promises, coverage, thresholds, checks, problems.length, lacking);
  const verdict = worstVerdict(rules.map((rule) => rule.verdict));
  return {
    format: verdictsFormat,
    run: run.run,
    verdict,
    exitCode: exitCodes[verdict],
    rules,
    promises,
    exposure: exposure.total(),
    coverage,
    findings: groups.groups(),
    shortfalls: tally.shortfalls(),
    problems: [...run.problems],
    visibility: matrices.matrices(),
    cohortsWithFindings,
  };
}
