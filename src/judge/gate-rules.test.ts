import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noCoverage } from './coverage.ts';
import { gateRules } from './gate-rules.ts';
import { promiseIds } from './promise-id.ts';
import { exitCodes, worstVerdict } from './verdict.ts';

const thresholds = { patients: 200, overlapping: 0.9, readInBrowser: 24, liveCalls: 6 };
const judged = promiseIds.map((id) => ({
  id,
  sentence: `Sentence of ${id}.`,
  verdict: 'upheld' as const,
  findings: 0,
  nothingToJudge: null,
}));
const covered = {
  ...noCoverage(),
  patients: 200,
  patientsObserved: 200,
  patientsOverlapping: 180,
  patientsInBrowser: 24,
  calls: { completed: 200, switched: 180, live: 6 },
  media: { readSeconds: 1, unreadableSeconds: 0 },
  replays: { whole: 1, inPart: 0, told: [] },
};
const all = { planned: 1000, concluded: 1000 };

function verdictsOf(rules: ReturnType<typeof gateRules>): Record<string, string> {
  return Object.fromEntries(
    rules.filter(({ verdict }) => verdict !== 'upheld').map((rule) => [rule.rule, rule.verdict]),
  );
}

test('exactly what is demanded opens the gate', () => {
  const rules = gateRules(judged, covered, thresholds, all, 0);
  assert.deepEqual(verdictsOf(rules), {});
  assert.equal(rules.length, promiseIds.length + 10);
});

const short: readonly (readonly [string, Partial<typeof covered>])[] = [
  ['Patients observed as themselves', { patientsObserved: 199 }],
  [
    'Patients with a switched call that overlapped another in the history',
    { patientsOverlapping: 179 },
  ],
  ['Patients read in the browser', { patientsInBrowser: 23 }],
  ['Seconds of picture and sound read', { media: { readSeconds: 0, unreadableSeconds: 9 } }],
];
for (const [rule, less] of short)
  test(`one less than demanded is inconclusive: ${rule}`, () => {
    const rules = gateRules(judged, { ...covered, ...less }, thresholds, all, 0);
    assert.deepEqual(verdictsOf(rules), { [rule]: 'inconclusive' });
  });

test('a surface that one cohort lacked and another looked at is inconclusive', () => {
  const looks = { thumbnail: { planned: 4, concluded: 4 }, player: { planned: 4, concluded: 0 } };
  const absentSurfaces = { thumbnail: 'It has none.', player: 'It has none.' };
  const rules = gateRules(judged, { ...covered, looks, absentSurfaces }, thresholds, all, 0);
  assert.deepEqual(verdictsOf(rules), {
    'Surfaces that the target lacks for some, it lacks for all': 'inconclusive',
  });
});

test('a check that did not conclude is inconclusive, and so is nothing planned', () => {
  const rule = 'Planned checks concluded';
  const one = gateRules(judged, covered, thresholds, { planned: 10, concluded: 9 }, 0);
  assert.deepEqual(verdictsOf(one), { [rule]: 'inconclusive' });
  const none = gateRules(judged, covered, thresholds, { planned: 0, concluded: 0 }, 0);
  assert.deepEqual(verdictsOf(none), { [rule]: 'inconclusive' });
});

test('a promise that was not judged is inconclusive', () => {
  const rules = gateRules(judged.slice(1), covered, thresholds, all, 0);
  assert.deepEqual(verdictsOf(rules), { 'Promises judged': 'inconclusive' });
});

test('a promise’s verdict is its rule’s, with its findings counted', () => {
  const one = { id: 'x', sentence: 'It holds.', findings: 1, nothingToJudge: null };
  const [rule] = gateRules([{ ...one, verdict: 'violated' }], covered, thresholds, all, 0);
  assert.deepEqual(rule, {
    rule: 'It holds.',
    threshold: 'no finding, every check concluded',
    value: '1 finding, violated',
    verdict: 'violated',
  });
});

test('a promise that had nothing to judge says why', () => {
  const one = {
    id: 'x',
    sentence: 'It holds.',
    findings: 0,
    nothingToJudge: 'It records nothing.',
  };
  const [rule] = gateRules([{ ...one, verdict: 'upheld' }], covered, thresholds, all, 0);
  assert.equal(rule?.value, 'nothing to judge: It records nothing.');
});

test('damaged evidence is broken', () => {
  const rules = gateRules(judged, covered, thresholds, all, 2);
  assert.deepEqual(verdictsOf(rules), { 'Stored evidence is whole': 'broken' });
  assert.equal(rules.at(-1)?.value, '2 problems');
});

test('a driver without an account is broken, and its own sentence stands there', () => {
  const rules = gateRules(judged, covered, thresholds, all, 0, 'There are 10 accounts.');
  assert.deepEqual(verdictsOf(rules), { 'The driver had what it needs': 'broken' });
  assert.equal(rules.at(-2)?.value, 'There are 10 accounts.');
});

test('a target without pages says why, and one that lacks a player alone has pages', () => {
  const none = { ...covered, patientsInBrowser: 0 };
  const absentSurfaces = { 'replays-page': 'it has no pages', player: 'it has no pages' };
  const rules = gateRules(judged, { ...none, absentSurfaces }, thresholds, all, 0);
  assert.deepEqual(verdictsOf(rules), {});
  assert.ok(rules.some(({ value }) => value === 'none: it has no pages'));
  const pages = { ...none, absentSurfaces: { player: 'it plays elsewhere' } };
  assert.deepEqual(verdictsOf(gateRules(judged, pages, thresholds, all, 0)), {
    'Patients read in the browser': 'inconclusive',
  });
});

test('a target without live calls says why, one with too few is inconclusive', () => {
  const few = { ...covered, calls: { ...covered.calls, live: 5 } };
  assert.deepEqual(verdictsOf(gateRules(judged, few, thresholds, all, 0)), {
    'Calls held live between two pages': 'inconclusive',
  });
  const rules = gateRules(judged, { ...few, absentLiveCalls: 'it has an app' }, thresholds, all, 0);
  assert.deepEqual(verdictsOf(rules), {});
  assert.ok(rules.some(({ value }) => value === 'none: it has an app'));
});

test('nobody at all is no share of anybody', () => {
  const rules = gateRules(judged, noCoverage(), thresholds, all, 0);
  assert.ok(rules.some(({ value, verdict }) => value === '0.0 %' && verdict === 'inconclusive'));
});

test('the worst verdict is the run’s, and of none it is inconclusive', () => {
  assert.equal(worstVerdict(['upheld', 'inconclusive', 'broken', 'violated']), 'violated');
  assert.equal(worstVerdict(['upheld', 'inconclusive', 'broken']), 'broken');
  assert.equal(worstVerdict(['upheld', 'inconclusive']), 'inconclusive');
  assert.equal(worstVerdict(['upheld', 'upheld']), 'upheld');
  assert.equal(worstVerdict([]), 'inconclusive');
});

test('each exit code means one thing, and 1 means none', () => {
  assert.deepEqual(exitCodes, { upheld: 0, violated: 10, inconclusive: 11, broken: 12 });
});

test('a target without calls says why, and one that held a call all the same is not believed', () => {
  const rule = 'Patients with a switched call that overlapped another in the history';
  const calls = { completed: 0, switched: 0, live: 6 };
  const silent = { ...covered, patientsOverlapping: 0, absentCalls: 'It keeps files.', calls };
  const rules = gateRules(judged, silent, thresholds, all, 0);
  assert.deepEqual(verdictsOf(rules), {});
  assert.equal(rules.find((one) => one.rule === rule)?.value, 'none: It keeps files.');
  const called = { ...silent, calls: { ...calls, completed: 1 } };
  assert.deepEqual(verdictsOf(gateRules(judged, called, thresholds, all, 0)), {
    [rule]: 'inconclusive',
  });
});

test('a target that keeps words alone says so of every surface with recordings', () => {
  const rule = 'Seconds of picture and sound read';
  const none = { ...covered, media: { readSeconds: 0, unreadableSeconds: 0 } };
  const absentSurfaces = {
    media: 'It keeps words.',
    thumbnail: 'It keeps words.',
    player: 'It keeps words.',
  };
  const rules = gateRules(judged, { ...none, absentSurfaces }, thresholds, all, 0);
  assert.deepEqual(verdictsOf(rules), {});
  assert.equal(rules.find((one) => one.rule === rule)?.value, 'none: It keeps words.');
  const { player: _, ...playerIsThere } = absentSurfaces;
  const hidden = { ...none, absentSurfaces: playerIsThere };
  assert.deepEqual(verdictsOf(gateRules(judged, hidden, thresholds, all, 0)), {
    [rule]: 'inconclusive',
  });
});
