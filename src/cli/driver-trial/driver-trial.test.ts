import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profiles } from '../../configuration/profiles.ts';
import type { HistoryEntry } from '../../history/history.ts';
import { playPerfectProduct } from '../../judge/testing/perfect-product.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { driverTrial, isWhole } from './driver-trial.ts';
import { estimateProfile } from './estimate-profiles.ts';
import { whatWasTried } from './what-was-tried.ts';

const cohorts = [...makePlan('seed', 'pair', profiles.pair.suites).cohorts()];

/** What a trial says of a perfect product whose history was altered. */
function triedWith(alter: (entry: HistoryEntry) => HistoryEntry[], tier?: string) {
  const acted = cohorts.map((plan) => ({
    plan,
    entries: playPerfectProduct(plan).flatMap((entry) =>
      tier === undefined || plan.tier === tier ? alter(entry) : [entry],
    ),
  }));
  const trial = driverTrial(acted);
  const estimates = () => [estimateProfile(acted, 'pair', cohorts, true)];
  const lines = whatWasTried(acted, trial, estimates);
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
      entry.type === 'look' && entry.surface === 'replay-list' && entry.device === undefined
        ? [{ ...entry, outcome: 'failed', reason: 'page 2 hangs' }]
        : [entry],
    /replay-list +unseen: seen by 0 of 4 patients: page 2 hangs/,
  ],
  [
    'replays that name no appointment',
    (entry) =>
      entry.type === 'look'
        ? [{ ...entry, items: entry.items.map((item) => ({ ...item, claim: {} })) }]
        : [entry],
    /claim\.appointment +unseen: named by 0 of \d+ replays: set it, or say in capabilities\.absentC/,
  ],
  [
    'a surface that nobody looked at',
    (entry) => (entry.type === 'look' && entry.surface === 'player' ? [] : [entry]),
    /player +unseen: seen by 0 of 2 patients: nobody came to look at it/,
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
  [
    'another’s call that was joined',
    (entry) =>
      entry.type === 'call-probe' && entry.verb === 'join'
        ? [{ ...entry, outcome: 'done' }]
        : [entry],
    /the call of the other patient +unseen: refused \d of \d times: join was done for the other patient/,
  ],
  [
    'a patient who does not get out',
    (entry) =>
      entry.type === 'look' && entry.phase === 'handed-on'
        ? [{ type: 'shortfall', at: entry.at, check: entry.check, reason: 'they did not sign out' }]
        : [entry],
    /signOut +unseen: looked on the other patient’s device 0 of \d times: they did not sign out/,
  ],
  [
    'a page that could not be opened',
    (entry) =>
      entry.type === 'visit'
        ? [{ ...entry, outcome: 'failed', reason: '/letters hangs' }]
        : [entry],
    /browse +unseen: done 0 of \d times: \/letters hangs/,
  ],
];
for (const [name, alter, expected] of wrongs)
  test(`a trial tells of ${name}`, () => {
    const { whole, bad } = triedWith(alter);
    assert.ok(!whole);
    assert.equal(bad.length, 1);
    assert.match(bad[0] ?? '', expected);
  });

test('a driver that opens no other pages is told so, and is whole', () => {
  const { whole, lines } = triedWith((entry) =>
    entry.type === 'visit' ? [{ ...entry, responses: 0 }] : [entry],
  );
  assert.ok(whole);
  assert.ok(lines.some((line) => /– browse +missing: The driver opens no pages/.test(line)));
});

test('a driver that signs nobody out is told so, and is whole', () => {
  const { whole, lines } = triedWith((entry) =>
    entry.type === 'look' && entry.phase === 'handed-on'
      ? [{ type: 'left-out', at: entry.at, check: entry.check, reason: 'It has no sign-out' }]
      : [entry],
  );
  assert.ok(whole);
  assert.ok(
    lines.some((line) => /– signOut +missing: It has no sign-out: what a device/.test(line)),
  );
});

for (const [named, words] of [
  [99, 'it named another patient'],
  ['nobody', 'it named nobody'],
  ['unknown', 'it named an address that no patient has'],
  ['not asked', 'it failed, or gave no e-mail address'],
] as const)
  test(`whoAmI of which it is said that ${words} spoils its line and the surface that was looked at`, () => {
    const { bad } = triedWith((entry) =>
      entry.type === 'look' && entry.surface === 'media'
        ? [{ ...entry, signedIn: { before: named, after: named } }]
        : [entry],
    );
    assert.equal(bad.length, 2);
    assert.match(bad[0] ?? '', new RegExp(`whoAmI +unseen: .*: ${words}$`));
    assert.match(bad[1] ?? '', /media +unseen: .*whoAmI does not name the patient/);
  });

test('where nobody could sign in, nothing else is told or reckoned', () => {
  const nobody = (entry: HistoryEntry): HistoryEntry[] => {
    if (entry.type !== 'act') return [entry];
    if (entry.verb === 'register') return [entry];
    return entry.verb === 'sign-in' ? [{ ...entry, outcome: 'refused', reason: 'no' }] : [];
  };
  const { whole, lines, bad } = triedWith(nobody);
  assert.ok(!whole);
  assert.deepEqual(
    lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().split(/ +/)[1]),
    ['register', 'sign-in'],
  );
  assert.equal(bad.length, 2);
  assert.match(lines.at(-1) ?? '', /^Nobody could sign in, so no profile is reckoned and nothing/);
  const inOne = triedWith(nobody, 'browser').lines;
  assert.ok(inOne.some((line) => line.includes('player')));
  assert.match(
    inOne.at(-1) ?? '',
    /^Nobody could sign in, in the browser, so no profile is reckoned\./,
  );
});

test('calls that nobody can hold live are counted as calls, and not as live ones', () => {
  const live = [...makePlan('seed', 'live', profiles.live.suites).cohorts()];
  const acted = cohorts.map((plan) => ({ plan, entries: playPerfectProduct(plan) }));
  const held = estimateProfile(acted, 'live', live, true);
  const published = estimateProfile(acted, 'live', live, false);
  assert.ok(held.liveCalls > 0);
  assert.deepEqual([published.liveCalls, published.calls], [0, held.calls]);
});

test('what the product does not have is missing and spoils nothing', () => {
  const { whole, lines } = triedWith((entry) => {
    if (entry.type === 'start')
      return [
        {
          ...entry,
          absentSurfaces: { thumbnail: 'no previews', 'replays-page': 'no pages' },
          absentCalls: 'no calls',
          absentClaims: 'one archive',
        },
      ];
    if ('surface' in entry && ['thumbnail', 'replays-page'].includes(entry.surface)) return [];
    const isOfCalls = entry.type === 'act' && ['join', 'hang-up'].includes(entry.verb);
    return isOfCalls || (entry.type === 'act' && entry.verb === 'switch-to-video') ? [] : [entry];
  });
  assert.ok(whole);
  assert.ok(lines.some((line) => /– thumbnail +missing: no previews/.test(line)));
  assert.ok(lines.some((line) => /– join +missing: no calls/.test(line)));
  assert.ok(lines.some((line) => /– claim\.appointment +missing: one archive/.test(line)));
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
