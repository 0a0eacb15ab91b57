import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Participant } from '../act/participant.ts';
import type { ListedReplay, Surface } from '../act/surface.ts';
import { mintCanary } from '../canary/full-canary.ts';
import type { EntryOf, HistoryEntry } from '../history/history.ts';
import { historyEntrySchema } from '../history/history.ts';
import type { PlannedCohort, PlannedLook, PlannedProbe } from '../plan/plan.ts';
import { Identities } from './identify.ts';
import { OwnLinks } from './mixed-links.ts';
import { ObjectOwners } from './object-owners.ts';
import { look } from './look.ts';
import type { Observer } from './observer.ts';
import { settle } from './settle.ts';
import { sweep } from './sweep.ts';

const reader = { key: Buffer.alloc(32, 5), run: 'run' };
const owner = 1;

function written(patient: number): string {
  return mintCanary(reader.key, { run: 'run', patient, consultation: 1, take: 0, kind: 'reason' });
}

type Listed = ListedReplay[] | Error;
const ownList: Listed = [{ item: 'own', claim: { state: 'ready' }, text: '', address: 'own' }];

/** An observer of two patients who are shown these replays; what opening gives stands in each address. */
function observing(list: Listed = ownList) {
  const entries: HistoryEntry[] = [];
  const identities = new Identities();
  const participants = new Map<number, Participant>();
  let responses = 0;
  for (const patient of [owner, 2]) {
    const email = `p${patient}@patients.example.com`;
    identities.add(email, patient);
    const surface = (id: Surface['id']): Surface | undefined =>
      id === 'player'
        ? undefined
        : {
            id,
            content: 'text',
            enumerate: () => {
              responses += 1;
              return list instanceof Error ? Promise.reject(list) : Promise.resolve(list);
            },
            open: (address) => {
              responses += 1;
              return address === 'broken'
                ? Promise.reject(new Error('it broke'))
                : Promise.resolve({
                    response: {
                      method: 'GET',
                      url: 'http://127.0.0.1/x',
                      status: 200,
                      headers: { 'content-type': 'text/html' },
                      body: Buffer.from(address),
                    },
                  });
            },
          };
    const whoAmI = () => {
      responses += 1;
      return Promise.resolve({ email });
    };
    const session = { surface, whoAmI };
    participants.set(patient, { session, responses: () => responses } as unknown as Participant);
  }
  let now = 0;
  const observer: Observer = {
    reader,
    identities,
    objects: new ObjectOwners(),
    links: new OwnLinks(),
    driversAddresses: [],
    participants,
    record: (entry) => void entries.push(entry),
    clock: () => (now += 1),
  };
  const looks = () => entries.filter((entry): entry is EntryOf<'look'> => entry.type === 'look');
  return { observer, looks };
}

const planned: PlannedLook = {
  check: 'settled/replay-list/1',
  kind: 'look',
  viewer: owner,
  surface: 'replay-list',
  phase: 'settled',
};
const { kind, ...request } = planned;
assert.equal(kind, 'look');

test('a look reads the listing and everything in it', async () => {
  const { observer, looks } = observing([
    { item: 'a', claim: { title: 'One' }, text: written(3), address: written(owner) },
    { item: 'b', claim: {}, text: '', address: undefined },
  ]);
  const entry = await look(observer, request);
  historyEntrySchema.parse(entry);
  assert.deepEqual(looks(), [entry]);
  assert.partialDeepStrictEqual(entry, {
    ...request,
    type: 'look',
    outcome: 'seen',
    signedIn: { before: owner, after: owner },
    responses: 2,
    items: [
      { item: 'a', claim: { title: 'One' }, opening: { result: 'delivered' } },
      { item: 'b', opening: { result: 'not-ready' } },
    ],
  });
  assert.partialDeepStrictEqual(entry.items[0]?.listing, [{ patient: 3 }]);
  assert.partialDeepStrictEqual(entry.items[0]?.opening?.sightings, [{ patient: owner }]);
});

test('a list that breaks, an absent surface and an absent patient are looks that failed', async () => {
  const broken = observing(new Error('page 2 did not come')).observer;
  assert.partialDeepStrictEqual(await look(broken, request), {
    outcome: 'failed',
    reason: 'page 2 did not come',
    items: [],
  });
  const { observer } = observing();
  assert.equal((await look(observer, { ...request, surface: 'player' })).outcome, 'failed');
  assert.partialDeepStrictEqual(await look(observer, { ...request, viewer: 77 }), {
    outcome: 'failed',
    signedIn: { before: 'not asked', after: 'not asked' },
  });
});

test('a look that breaks in the middle keeps what it saw', async () => {
  const { observer } = observing(
    [written(3), 'broken'].map((address) => ({ item: address, claim: {}, text: '', address })),
  );
  const entry = await look(observer, request);
  assert.equal(entry.outcome, 'failed');
  assert.equal(entry.items.length, 1);
  assert.partialDeepStrictEqual(entry.items[0]?.opening?.sightings, [{ patient: 3 }]);
});

for (const [what, isComplete, deadline] of [
  ['as soon as all is there', true, Infinity],
  ['at the deadline though something is missing', false, 0],
] as const)
  test(`settling ends ${what}, and the last look is the final sweep’s`, async () => {
    const { observer, looks } = observing();
    await settle(observer, request, () => isComplete, deadline);
    assert.deepEqual(
      looks().map(({ phase }) => phase),
      ['settling', 'settled'],
    );
  });

test('the final sweep makes every planned look, lists first', async () => {
  const surfaces = ['replay-detail', 'replay-list', 'error-page'] as const;
  const due = [owner, 2].flatMap((viewer) =>
    surfaces.map((surface): PlannedLook => ({
      ...planned,
      check: `${surface}/${viewer}`,
      viewer,
      surface,
    })),
  );
  const during: PlannedLook = { ...planned, check: 'early', phase: 'overlap' };
  const probe: PlannedProbe = {
    check: 'probe',
    kind: 'probe',
    phase: 'settled',
    session: 'own',
    viewer: 2,
    owner,
    consultation: 1,
    surface: 'media',
  };
  const plan: PlannedCohort = {
    cohort: 0,
    scenario: 'scenario',
    batch: 'batch',
    tier: 'api',
    clinicians: 1,
    patients: [],
    consultations: [],
    moments: [],
    checks: [...due, during, probe],
  };
  const { observer, looks } = observing();
  await sweep([{ plan, observer }], 0, 2);
  const settled = looks().filter(({ phase }) => phase === 'settled');
  assert.deepEqual(
    settled.map(({ check }) => check).toSorted(),
    due.map(({ check }) => check).toSorted(),
  );
  const lastList = looks().findLastIndex(({ surface }) => surface === 'replay-list');
  const firstOther = looks().findIndex(({ surface }) => surface !== 'replay-list');
  assert.ok(lastList < firstOther);
});
