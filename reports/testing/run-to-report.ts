import type { ProofRecord } from '../../src/history/proof-record.ts';
import type { RunVerdicts } from '../../src/judge/run-verdicts.ts';
import { promises } from '../../src/judge/promises.ts';
import type { ScenarioName, SuiteShape } from '../../src/model/suite-shape.ts';
import type { Tier } from '../../src/model/surface.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import type { PlannedCohort } from '../../src/plan/plan.ts';
import type { ReportInput } from '../report-input.ts';
import { peopleNamedIn } from '../people-named-in.ts';

type Shape = readonly [ScenarioName, Tier, number, number, number, number];

const shapes = (
  [
    ['replay-ownership', 'api', 6, 10, 3, 2],
    ['overlapping-appointments', 'api', 4, 8, 2, 2],
    ['audio-to-video-switch', 'api', 4, 10, 5, 2],
    ['forced-access', 'api', 3, 8, 4, 3],
    ['june-2020', 'api', 1, 55, 4, 1],
    ['replay-ownership', 'browser', 2, 6, 2, 1],
    ['overlapping-appointments', 'browser', 1, 6, 2, 1],
    ['audio-to-video-switch', 'browser', 1, 6, 3, 1],
  ] satisfies Shape[]
).map(([scenario, tier, cohorts, patients, clinicians, cohortsPerBatch]): SuiteShape => {
  return { scenario, tier, cohorts, patients, clinicians, cohortsPerBatch };
});

const plan = makePlan('1591660800', 'merge', shapes);

/** The cohorts of the plan that the hand-written verdicts are about. */
export const cohorts: readonly PlannedCohort[] = [...plan.cohorts()];

/** A run of 235 patients with the given verdicts, as a report is drawn from it. */
export function runToReport(
  verdicts: RunVerdicts,
  record: Partial<ReportInput['record']> = {},
): ReportInput {
  const named = peopleNamedIn(verdicts);
  const patients = cohorts.flatMap((cohort) => cohort.patients);
  return {
    verdicts,
    plan: plan.header,
    proof: provenLines,
    people: new Map(
      patients.filter(({ number }) => named.has(number)).map((one) => [one.number, one]),
    ),
    record: {
      format: 1,
      run: verdicts.run,
      startedAt: '2026-11-21T07:31:04.112Z',
      endedAt: '2026-11-21T07:32:41.530Z',
      seed: '1591660800',
      profile: 'merge',
      target: 'reference clinic',
      fault: null,
      reproduce: 'npm run gate -- --profile merge --seed 1591660800',
      thresholds: { patients: 200, overlapping: 0.9, readInBrowser: 24, liveCalls: 6 },
      environment: {
        harness: '0.1.0',
        commit: '8f14e45fceea167a5a36dedd4bea2543ab9c01d2',
        node: 'v24.21.0',
        playwright: '1.65.1',
        platform: 'linux 6.8.0 x64',
        lockfileSha256: 'a3'.repeat(32),
        database: 'PostgreSQL 18.4, embedded',
        browser: 'Chromium 140.0, of the machine',
        workers: 2,
        ci: false,
      },
      planSha256: '5e'.repeat(32),
      histories: Object.fromEntries(
        cohorts.map(({ scenario, cohort }) => [`${scenario}/${cohort}.jsonl`, 'c4'.repeat(32)]),
      ),
      ...record,
    },
  };
}

/** The promises as a run without findings and shortfalls concludes them. */
export function upheldPromises(): RunVerdicts['promises'] {
  return promises.map(({ id, sentence, guards }, index) => {
    const planned = 1880 - 120 * index;
    return { id, sentence, guards, verdict: 'upheld', planned, concluded: planned, findings: 0, shortfalls: 0, nothingToJudge: null };
  }); // prettier-ignore
}

/** A proof of two lines, as a record keeps them. */
const provenLines: ProofRecord = {
  format: 1,
  harness: '0.1.0',
  commit: 'c'.repeat(40),
  sourcesSha256: 'a'.repeat(64),
  endedAt: '2026-11-20T07:31:04.112Z',
  planned: 2,
  lines: [
    {
      table: 'faults',
      name: 'a fault',
      expected: 'violated',
      came: 'violated; exit code 10',
      objections: [],
    },
    {
      table: 'deaths',
      name: 'the gate killed & gone',
      expected: 'no verdict',
      came: 'no verdict; exit code 137',
      objections: [],
    },
  ],
};
