import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry } from '../history/history.ts';
import type { PlannedCohort } from '../plan/plan.ts';
import { cohortsOf, shapeOf } from '../plan/testing/shaped-batch.ts';
import type { StoredCohort } from './judge-run.ts';
import { judgeRun } from './judge-run.ts';
import { promiseIds } from './promise-id.ts';
import { runVerdictsSchema } from './run-verdicts.ts';
import { delivered } from './testing/hand-written-history.ts';
import { playPerfectProduct } from './testing/perfect-product.ts';

const plans = cohortsOf('seed', [
  shapeOf(),
  shapeOf({ scenario: 'replay-ownership', tier: 'browser', cohorts: 1, patients: 4 }),
  shapeOf({ scenario: 'live-calls', tier: 'live', cohorts: 1, patients: 8, clinicians: 1 }),
]);
const run = {
  run: 'run',
  thresholds: { patients: 24, overlapping: 0.9, readInBrowser: 12, liveCalls: 8 },
  problems: [],
};
const perfect = plans.map((plan) => ({ plan, history: playPerfectProduct(plan) }));

/** Ben's recording in Ann's final look at her media. */
function leaking({ plan, history }: (typeof perfect)[number]): StoredCohort {
  const [ann, ben] = plan.patients.map(({ number }) => number);
  const looks = history.filter(
    (entry) => entry.type === 'look' && entry.phase === 'settled' && entry.surface === 'media',
  );
  const bens = looks.find((entry) => entry.type === 'look' && entry.viewer === ben);
  return {
    plan,
    history: history.map((entry): HistoryEntry => {
      if (entry.type !== 'look' || bens?.type !== 'look' || entry.phase !== 'settled') return entry;
      if (entry.surface !== 'media' || entry.viewer !== ann) return entry;
      return { ...entry, items: [...entry.items, ...bens.items] };
    }),
  };
}

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error('There is none.');
  return first;
}

test('perfect histories open the gate', async () => {
  const verdicts = await judgeRun(run, perfect);
  const open = verdicts.rules.filter(({ verdict }) => verdict !== 'upheld');
  assert.deepEqual(open, []);
  assert.equal(verdicts.verdict, 'upheld');
  assert.equal(verdicts.exitCode, 0);
  assert.deepEqual(runVerdictsSchema.parse(verdicts), verdicts);
  assert.deepEqual(verdicts.findings, []);
  assert.equal(verdicts.visibility.length, 1);
  assert.equal(verdicts.coverage.patients, 24);
  assert.equal(verdicts.coverage.patientsObserved, 24);
  assert.equal(verdicts.coverage.patientsInBrowser, 12);
  assert.equal(verdicts.coverage.calls.live, 8);
});

test('a run of no cohorts is inconclusive', async () => {
  const verdicts = await judgeRun(run, []);
  assert.equal(verdicts.verdict, 'inconclusive');
  assert.equal(verdicts.exitCode, 11);
  assert.equal(verdicts.promises.length, promiseIds.length);
  for (const { verdict } of verdicts.promises) assert.equal(verdict, 'inconclusive');
});

test('cohorts without a history are inconclusive, for every promise', async () => {
  const verdicts = await judgeRun(
    run,
    plans.map((plan) => ({ plan, history: [] })),
  );
  assert.equal(verdicts.exitCode, 11);
  for (const { verdict } of verdicts.promises) assert.equal(verdict, 'inconclusive');
});

test('one missing history among perfect ones keeps the gate shut', async () => {
  const missing = perfect.map((cohort, index) =>
    index === 1 ? { ...cohort, history: [] } : cohort,
  );
  const verdicts = await judgeRun(run, missing);
  assert.equal(verdicts.exitCode, 11);
  assert.ok(verdicts.shortfalls.some(({ reason }) => reason === 'the planned look did not happen'));
});

test('damaged evidence breaks a run that would be upheld', async () => {
  const verdicts = await judgeRun({ ...run, problems: ['a file is gone'] }, perfect);
  assert.equal(verdicts.verdict, 'broken');
  assert.equal(verdicts.exitCode, 12);
  assert.deepEqual(verdicts.problems, ['a file is gone']);
});

test('a problem that is told of while the last history is read counts', async () => {
  const problems: string[] = [];
  function* reading(history: readonly HistoryEntry[]) {
    yield* history;
    problems.push('it was cut');
  }
  const read = perfect.map(({ plan, history }) => ({ plan, history: reading(history) }));
  assert.equal((await judgeRun({ ...run, problems }, read)).verdict, 'broken');
});

test('what broke without belonging to a check leaves every promise of the run unproven', async () => {
  const { plan, history } = firstOf(perfect);
  const broke: HistoryEntry = { type: 'shortfall', at: 1, reason: 'The performance broke off.' };
  const verdicts = await judgeRun(run, [{ plan, history: history.toSpliced(-1, 0, broke) }]);
  for (const { verdict } of verdicts.promises) assert.equal(verdict, 'inconclusive');
  assert.equal(firstOf(verdicts.shortfalls).reason, 'The performance broke off.');
});

test('accounts that were given out are counted once, whatever was listed in them', async () => {
  const { plan, history } = firstOf(perfect);
  const [start, ...rest] = history;
  if (start?.type !== 'start') throw new Error('A history begins with its start.');
  const viewers = plan.patients.map(({ number }) => number);
  const baselines = viewers.flatMap((viewer) =>
    (['replay-list', 'media'] as const).map((surface): HistoryEntry => ({
      type: 'baseline',
      at: 0,
      until: 0,
      viewer,
      surface,
      outcome: 'seen',
      items: [],
    })),
  );
  const closed = { ...start, absentRegistration: 'It is closed.' };
  const { coverage } = await judgeRun(run, [{ plan, history: [closed, ...baselines, ...rest] }]);
  assert.equal(coverage.accountsGivenOut, viewers.length);
});

test('what the driver lacks breaks a run, with its sentence, and hides no leak', async () => {
  const { plan, history } = firstOf(perfect);
  const reason = 'There are 10 accounts.';
  const lack: HistoryEntry = { type: 'shortfall', at: 1, reason, driverLacks: true };
  const verdicts = await judgeRun(run, [{ plan, history: history.toSpliced(-1, 0, lack) }]);
  assert.equal(verdicts.exitCode, 12);
  assert.ok(verdicts.rules.some(({ value, verdict }) => value === reason && verdict === 'broken'));
  const leak = leaking({ plan, history });
  const leaked = [...(leak.history as HistoryEntry[]), lack];
  assert.equal((await judgeRun(run, [{ plan, history: leaked }])).verdict, 'violated');
});

test('a leak outranks damaged evidence and missing histories', async () => {
  const cohorts = [
    leaking(firstOf(perfect)),
    ...plans.slice(1).map((plan) => ({ plan, history: [] })),
  ];
  const verdicts = await judgeRun({ ...run, problems: ['a file is gone'] }, cohorts);
  assert.equal(verdicts.verdict, 'violated');
  assert.equal(verdicts.exitCode, 10);
});

test('a leak in a history that was cut right after it counts', async () => {
  const { plan, history } = leaking(firstOf(perfect));
  const entries = [...(history as HistoryEntry[])];
  const at = entries.findLastIndex((entry) => entry.type === 'look' && entry.surface === 'media');
  const verdicts = await judgeRun(run, [{ plan, history: entries.slice(0, at + 1) }]);
  assert.equal(verdicts.verdict, 'violated');
});

test('one leak is grouped, counted and put into the matrix of its cohort', async () => {
  const [first, ...others] = perfect;
  const verdicts = await judgeRun(run, [leaking(firstOf(perfect)), ...others]);
  const plan = (first?.plan ?? firstOf(plans)) satisfies PlannedCohort;
  const [ann, ben] = plan.patients.map(({ number }) => number);
  assert.equal(verdicts.cohortsWithFindings, 1);
  assert.equal(verdicts.visibility.length, 2);
  const matrix = firstOf(verdicts.visibility);
  const column = matrix.columns.findIndex(({ owner }) => owner === ben);
  assert.equal(matrix.cells[matrix.viewers.indexOf(ann ?? -1)]?.[column], 'content seen');
  const reach = { viewers: 1, subjects: 1, recordings: 1 };
  const { listed, 'content seen': seen, withoutConsultation } = verdicts.exposure;
  assert.deepEqual({ listed, seen }, { listed: reach, seen: reach });
  assert.deepEqual(withoutConsultation, { viewers: 0, subjects: 0, recordings: 0 });
  const group = verdicts.findings.find(({ first: one }) => one.class === 'foreign content');
  assert.partialDeepStrictEqual(group, {
    count: 1,
    viewers: 1,
    subjects: 1,
    first: { viewer: ann, subject: ben, surface: 'media' },
    worst: { level: 'content seen' },
  });
});

test('two patients who looked in the same moment are judged alike, whoever is written first', async () => {
  const { plan, history } = leaking(firstOf(perfect));
  const entries = [...(history as HistoryEntry[])];
  const looks = entries.filter((entry) => entry.type === 'look' && entry.phase === 'settled');
  const rest = entries.filter((entry) => !looks.includes(entry));
  const place = rest.findIndex(({ type }) => type === 'probe');
  const arranged = (order: HistoryEntry[]) => [
    { plan, history: [...rest.slice(0, place), ...order, ...rest.slice(place)] },
  ];
  const one = await judgeRun(run, arranged(looks));
  const other = await judgeRun(run, arranged(looks.toReversed()));
  assert.deepEqual(other.promises, one.promises);
  assert.deepEqual(other.coverage, one.coverage);
  assert.deepEqual(other.exposure, one.exposure);
  assert.deepEqual(other.visibility, one.visibility);
});

test('the same histories give the same bytes', async () => {
  const one = JSON.stringify(await judgeRun(run, [leaking(firstOf(perfect))]));
  assert.equal(JSON.stringify(await judgeRun(run, [leaking(firstOf(perfect))])), one);
});

test('listeners hear each cohort as it is judged', async () => {
  const heard: number[] = [];
  await judgeRun(run, perfect, ({ cohort }, { record }) => {
    assert.equal(record.plan.cohort, cohort);
    heard.push(cohort);
  });
  assert.deepEqual(heard, [0, 1, 2, 3]);
});

test('an old account that is shown everybody’s recordings is counted as in June 2020', async () => {
  const plan = firstOf(
    cohortsOf('seed', [shapeOf({ scenario: 'june-2020', cohorts: 1, patients: 15 })]),
  );
  const [old = 0, ...callers] = plan.patients.map(({ number }) => number);
  const history = playPerfectProduct(plan).map((entry): HistoryEntry => {
    if (entry.type !== 'look' || entry.viewer !== old || entry.phase !== 'settled') return entry;
    if (entry.surface !== 'media') return entry;
    const items = callers.map((caller, index) => ({
      item: `replay-${caller}-1`,
      claim: { appointment: `appointment-${old}-1` },
      listing: [],
      // Two of them are artefacts: there is something, and nothing in it can be read.
      opening: delivered(
        index < 2
          ? [{ integrity: 'unreadable', track: 'picture' }]
          : [
              {
                integrity: 'authentic',
                track: 'sound',
                role: 'patient',
                patient: caller,
                take: 1,
                fromMs: 0,
                toMs: 2000,
              },
            ],
      ),
    }));
    return { ...entry, items };
  });
  const { exposure, verdict } = await judgeRun(run, [{ plan, history }]);
  assert.equal(verdict, 'violated');
  const all = { viewers: 1, subjects: 12, recordings: 14 };
  assert.deepEqual(exposure.listed, all);
  assert.deepEqual(exposure.delivered, all);
  assert.deepEqual(exposure['content seen'], { viewers: 1, subjects: 12, recordings: 12 });
  assert.deepEqual(exposure.withoutConsultation, { viewers: 1, subjects: 0, recordings: 2 });
  assert.equal(exposure.seconds, 24);
  const [{ recordings, ...row }, ...others] = [
    firstOf(exposure.viewers),
    ...exposure.viewers.slice(1),
  ];
  assert.deepEqual(others, []);
  assert.deepEqual(row, {
    viewer: old,
    listed: 14,
    delivered: 14,
    contentSeen: 12,
    withoutConsultation: 2,
    subjects: 12,
    seconds: 24,
  });
  const subjects = recordings.map(({ subject }) => subject);
  assert.deepEqual(subjects, [...callers.slice(2), null, null]);
});

test('the worst cohort is drawn first, though it was judged last', async () => {
  const two = leaking(firstOf(perfect));
  const last = firstOf(perfect.slice(1));
  const [ann = 0, ben = 0, cat = 0] = last.plan.patients.map(({ number }) => number);
  const shownToAll = last.history.map((entry): HistoryEntry => {
    if (entry.type !== 'look' || entry.phase !== 'settled' || entry.surface !== 'media')
      return entry;
    if (![ben, cat].includes(entry.viewer)) return entry;
    const anns = last.history.find(
      (one) =>
        one.type === 'look' &&
        one.phase === 'settled' &&
        one.surface === 'media' &&
        one.viewer === ann,
    );
    return anns?.type === 'look' ? { ...entry, items: [...entry.items, ...anns.items] } : entry;
  });
  const { visibility } = await judgeRun(run, [two, { plan: last.plan, history: shownToAll }]);
  assert.deepEqual(
    visibility.map(({ cohort }) => cohort),
    [last.plan.cohort, two.plan.cohort],
  );
});
