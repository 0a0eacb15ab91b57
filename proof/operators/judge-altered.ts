import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { HistoryEntry } from '../../src/history/history.ts';
import type { Thresholds } from '../../src/judge/gate-rules.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import type { RunVerdict } from '../../src/judge/verdict.ts';
import { chooseBy } from './choose-by.ts';
import type { Operator, PlayedCohort } from './operator.ts';

/** A clean run whose histories are altered, and what its gate demanded of coverage. */
export interface CleanRun {
  readonly thresholds: Thresholds;
  readonly cohorts: readonly PlayedCohort[];
}

/** How often altered histories were judged which way. */
export type VerdictCount = Readonly<Record<RunVerdict, number>>;

/**
 * Applies an operator to random places of random cohorts of clean runs, each run chosen as often, and judges the whole run each
 * time. Throws, with the alteration, when one is upheld that must not be, or violated although it is harmless.
 */
export async function judgeAltered(
  runs: readonly CleanRun[],
  operator: Operator,
  alterations: number,
  seed: number,
): Promise<VerdictCount> {
  const count: Record<RunVerdict, number> = { upheld: 0, violated: 0, inconclusive: 0, broken: 0 };
  const property = fc.asyncProperty(fc.gen(), async (generate) => {
    const choose = chooseBy(generate);
    const run = choose(runs);
    const cohort = choose(run?.cohorts ?? []);
    const altered = cohort && operator.alter(cohort, choose);
    fc.pre(
      run !== undefined &&
        cohort !== undefined &&
        altered !== undefined &&
        !isDeepStrictEqual(altered, cohort.history),
    );
    const verdict = await judge(run, cohort, recount(altered));
    count[verdict] += 1;
    if (verdict === (operator.harmless === undefined ? 'upheld' : 'violated'))
      throw new Error(differences(verdict, cohort, altered));
  });
  await fc.assert(property, {
    numRuns: alterations,
    seed,
    maxSkipsPerRun: 200,
    endOnFailure: true,
    includeErrorInReport: false,
  });
  return count;
}

async function judge(
  { thresholds, cohorts }: CleanRun,
  altered: PlayedCohort,
  history: readonly HistoryEntry[],
): Promise<RunVerdict> {
  const { verdict } = await judgeRun(
    { run: 'altered', thresholds, problems: [] },
    cohorts.map((cohort) => (cohort === altered ? { ...cohort, history } : cohort)),
  );
  return verdict;
}

/** Only the judge's own rules may object: the end counts the lines that there are now. */
function recount(history: readonly HistoryEntry[]): HistoryEntry[] {
  return history.map((entry, index) =>
    entry.type === 'end' ? { ...entry, entries: index } : entry,
  );
}

function differences(
  verdict: RunVerdict,
  { plan, history: before }: PlayedCohort,
  after: readonly HistoryEntry[],
): string {
  const told = (entries: readonly HistoryEntry[]) =>
    entries.slice(0, 3).map((entry) => JSON.stringify(entry).slice(0, 600));
  const gone = before.filter((entry) => !after.includes(entry));
  const come = after.filter((entry) => !before.includes(entry));
  return [
    `Upheld although altered: cohort ${plan.cohort}.`,
    'Gone:',
    ...told(gone),
    'Come:',
    ...told(come),
  ].join('\n');
}
