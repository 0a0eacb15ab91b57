import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles } from '../../configuration/profiles.ts';
import type { HistoryEntry } from '../../history/history.ts';
import { playPerfectProduct } from '../../judge/testing/perfect-product.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { driverTrial, isWhole } from './driver-trial.ts';
import { estimateProfile } from './estimate-profiles.ts';
import { estimateLines, trialLines } from './trial-lines.ts';

const cohorts = [...makePlan('seed', 'pair', profiles.pair.suites).cohorts()];

/** What a trial says of a perfect product whose history was altered. */
function triedWith(alter: (entry: HistoryEntry) => HistoryEntry[]) {
  const acted = cohorts.map((plan) => ({
    plan,
    entries: playPerfectProduct(plan).flatMap(alter),
  }));
  const trial = driverTrial(acted);
  const lines = [...trialLines(trial), ...estimateLines([estimateProfile(acted, 'pair', cohorts)])];
  return { whole: isWhole(trial), bad: lines.filter((line) => line.includes('✘')), lines };
}

test('a product that does everything is seen whole, and the estimate is of its plan', () => {
  const { whole, bad, lines } = triedWith((entry) => [entry]);
  assert.ok(whole);
  assert.deepEqual(bad, []);
  assert.match(lines.at(-1) ?? '', /^ {2}pair +4 +\d+ +0 +\d+ +1$/);
  assert.ok(lines.some((line) => line.includes('their own canary read in picture and sound')));
});

const wrongs: readonly [string, (entry: HistoryEntry) => HistoryEntry[], RegExp][] = [
  [
    'a verb that was refused',
    (entry) =>
      entry.type === 'act' && entry.verb === 'book'
        ? [{ ...entry, outcome: 'refused', reason: 'no free slot' }]
        : [entry],
    /book +blocked: done 0 of \d+ times: refused: no free slot/,
  ],
  [
    'a verb that nobody came to',
    (entry) => (entry.type === 'act' && entry.verb === 'hang-up' ? [] : [entry]),
    /hang-up +unseen: done 0 of \d+ times: an act before it failed/,
  ],
  [
    'a surface that was not read to its end',
    (entry) =>
      entry.type === 'look' && entry.surface === 'replay-list'
        ? [{ ...entry, outcome: 'failed', reason: 'page 2 hangs' }]
        : [entry],
    /replay-list +unseen: seen by 0 of 4 patients: page 2 hangs/,
  ],
  [
    'a surface that nobody looked at',
    (entry) => (entry.type === 'look' && entry.surface === 'player' ? [] : [entry]),
    /player +unseen: seen by 0 of 2 patients: nobody came to look at it/,
  ],
  [
    'a session of somebody else',
    (entry) =>
      entry.type === 'look' && entry.surface === 'media'
        ? [{ ...entry, signedIn: { before: 99, after: 99 } }]
        : [entry],
    /media +unseen: .*whoAmI does not name the patient/,
  ],
  [
    'a list without replays',
    (entry) =>
      entry.type === 'look' && entry.surface === 'replays-page'
        ? [{ ...entry, items: [] }]
        : [entry],
    /replays-page +unseen: .*no replay is listed/,
  ],
  [
    'an owner who is refused',
    (entry) => opened(entry, 'thumbnail', { result: 'refused', status: 403, sightings: [] }),
    /thumbnail +blocked: .*the owner is refused replay \S+: status 403/,
  ],
  [
    'media without a canary',
    (entry) => opened(entry, 'media', { sightings: [] }),
    /media +unseen: .*no canary of the patient’s own was read in its picture and sound/,
  ],
  [
    'replays without an address',
    (entry) =>
      entry.type === 'look' && entry.surface === 'replay-detail'
        ? [{ ...entry, items: entry.items.map(({ opening: _, ...item }) => item) }]
        : [entry],
    /replay-detail +unseen: .*has no address to open/,
  ],
  [
    'another’s replay that is served',
    (entry) =>
      entry.type === 'probe' && entry.surface === 'media'
        ? [{ ...entry, outcome: 'served' }]
        : [entry],
    /media of the other patient +unseen: refused 0 of \d times, served \d/,
  ],
  [
    'a refusal that could not be known',
    (entry) =>
      entry.type === 'probe' && entry.surface === 'player'
        ? [{ ...entry, outcome: 'indeterminate', reason: 'the owner was not given it' }]
        : [entry],
    /player of the other patient +unseen: .*the owner was not given it/,
  ],
];
for (const [name, alter, expected] of wrongs)
  test(`a trial tells of ${name}`, () => {
    const { whole, bad } = triedWith(alter);
    assert.ok(!whole);
    assert.equal(bad.length, 1);
    assert.match(bad[0] ?? '', expected);
  });

test('what the product does not have is missing and spoils nothing', () => {
  const { whole, lines } = triedWith((entry) => {
    if (entry.type === 'start')
      return [{ ...entry, absentSurfaces: { thumbnail: 'no previews' }, absentCalls: 'no calls' }];
    if ('surface' in entry && entry.surface === 'thumbnail') return [];
    const isOfCalls = entry.type === 'act' && ['join', 'hang-up'].includes(entry.verb);
    return isOfCalls || (entry.type === 'act' && entry.verb === 'switch-to-video') ? [] : [entry];
  });
  assert.ok(whole);
  assert.ok(lines.some((line) => /– thumbnail +missing: no previews/.test(line)));
  assert.ok(lines.some((line) => /– join +missing: no calls/.test(line)));
  assert.match(lines.at(-1) ?? '', /^ {2}pair +4 +0 +0 /);
});

/** A look at a surface with other openings. */
function opened(
  entry: HistoryEntry,
  surface: string,
  other: Partial<NonNullable<Extract<HistoryEntry, { type: 'look' }>['items'][number]['opening']>>,
): HistoryEntry[] {
  if (entry.type !== 'look' || entry.surface !== surface) return [entry];
  const items = entry.items.map(({ opening, ...item }) =>
    opening === undefined ? item : { ...item, opening: { ...opening, ...other } },
  );
  return [{ ...entry, items }];
}
