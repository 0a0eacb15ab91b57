import type { Exposure } from '../../src/judge/exposure.ts';
import type { Finding } from '../../src/judge/finding.ts';
import { gateRules } from '../../src/judge/gate-rules.ts';
import type { RunVerdicts } from '../../src/judge/run-verdicts.ts';
import { exitCodes, worstVerdict } from '../../src/judge/verdict.ts';
import type { Visibility, VisibilityCell } from '../../src/judge/visibility.ts';
import { cohorts, upheldPromises } from './run-to-report.ts';

type Reach = Exposure['listed'];
type Promises = RunVerdicts['promises'];

export const noReach: Reach = { viewers: 0, subjects: 0, recordings: 0 };

/** Exposure of nothing to nobody. */
export const noExposure: Exposure = {
  listed: noReach,
  reachable: noReach,
  delivered: noReach,
  'content seen': noReach,
  seconds: 0,
  withoutConsultation: noReach,
  viewers: [],
};

/** Verdicts of a run in which everything was seen and nothing found, with what differs from that. */
export function verdictsWith(
  differences: Partial<RunVerdicts> = {},
  lacking?: string,
): RunVerdicts {
  const { promises = upheldPromises(), coverage = goodCoverage, problems = [] } = differences;
  const rules = gateRules(
    promises,
    coverage,
    { patients: 200, overlapping: 0.9, readInBrowser: 24, liveCalls: 6 },
    { planned: sum(promises, 'planned'), concluded: sum(promises, 'concluded') },
    problems.length,
    lacking,
  );
  const verdict = worstVerdict(rules.map((rule) => rule.verdict));
  return {
    format: 6,
    run: '20261121-073104-merge',
    verdict,
    exitCode: exitCodes[verdict],
    rules,
    promises,
    exposure: noExposure,
    coverage,
    findings: [],
    shortfalls: [],
    problems,
    visibility: [cleanMatrix(0)],
    cohortsWithFindings: 0,
    ...differences,
  };
}

/** The promises of a good run, some of them with another outcome. */
export function promisesWith(
  outcomes: Partial<Record<Promises[number]['id'], Partial<Promises[number]>>>,
): Promises {
  return upheldPromises().map((promise) => ({ ...promise, ...outcomes[promise.id] }));
}

/** A finding in a group of its own. */
export function groupOf(
  finding: Partial<Finding> & Pick<Finding, 'promise' | 'class'>,
  counts: { readonly count?: number; readonly viewers?: number; readonly subjects?: number } = {},
): RunVerdicts['findings'][number] {
  const one = {
    surface: 'media',
    edge: 'same clinician',
    viewer: 1088,
    subject: 1091,
    consultation: 1,
    item: null,
    level: null,
    seconds: 0,
    at: 4210,
    cohort: 17,
    line: 731,
    detail: 'As the history says.',
    ...finding,
  } as const;
  return { count: 1, viewers: 1, subjects: 1, ...counts, first: one, worst: one };
}

/** The matrix of a cohort in which each sees their own and nothing else. */
export function cleanMatrix(cohort: number): Visibility {
  const { scenario = '', patients = [], consultations = [] } = cohorts[cohort] ?? {};
  const columns = consultations
    .filter(({ takes }) => takes.length > 0)
    .map(({ patient, consultation }) => ({ owner: patient, consultation }));
  return {
    cohort,
    scenario,
    viewers: patients.map(({ number }) => number),
    columns,
    cells: patients.map(({ number }) =>
      columns.map(({ owner }): VisibilityCell => (owner === number ? 'own, visible' : 'hidden')),
    ),
    withoutConsultation: patients.map(() => 0),
  };
}

export const goodCoverage: RunVerdicts['coverage'] = {
  cohorts: 22,
  patients: 235,
  patientsObserved: 235,
  patientsOverlapping: 222,
  patientsInBrowser: 24,
  calls: { completed: 292, switched: 228, live: 6 },
  looks: {
    'replay-list': { planned: 471, concluded: 471 },
    'replay-detail': { planned: 470, concluded: 470 },
    media: { planned: 470, concluded: 470 },
    thumbnail: { planned: 470, concluded: 470 },
    'error-page': { planned: 235, concluded: 0 },
    'replays-page': { planned: 48, concluded: 48 },
    player: { planned: 48, concluded: 48 },
  },
  probes: { planned: 3412, concluded: 3412 },
  callProbes: { planned: 402, concluded: 402 },
  handedDevices: { planned: 80, concluded: 80 },
  visits: { answered: 466, askedOfOthers: 1520 },
  responsesScanned: 20418,
  media: { readSeconds: 2104, unreadableSeconds: 0 },
  replays: { whole: 518, inPart: 0, told: [] },
  barriers: { count: 131, within100Ms: 129, worstSpreadMs: 141.4 },
  nemesis: {
    'hold-webhooks': { done: 6, notDone: 0 },
    'release-webhooks-reversed': { done: 3, notDone: 0 },
    'release-webhooks-twice': { done: 3, notDone: 0 },
    'abort-requests': { done: 4, notDone: 0 },
    'restart-target': { done: 2, notDone: 0 },
  },
  absentSurfaces: { 'error-page': 'errors are answered as JSON without any content of a patient' },
  absentCalls: null,
  absentClaims: null,
  absentLiveCalls: null,
  absentMute: null,
  absentRegistration: null,
  absentSignOut: null,
  accountsGivenOut: 0,
  older: { accounts: 0, replays: 0 },
};

function sum(promises: Promises, of: 'planned' | 'concluded'): number {
  return promises.reduce((total, promise) => total + promise[of], 0);
}
