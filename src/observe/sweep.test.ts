import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Participant } from '../act/participant.ts';
import type { RawResponse } from '../act/raw-response.ts';
import type { Surface } from '../act/surface.ts';
import { mintCanary } from '../canary/full-canary.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { PlannedCohort, PlannedLook } from '../plan/plan.ts';
import { Identities } from './identify.ts';
import { OwnLinks } from './mixed-links.ts';
import { ObjectOwners } from './object-owners.ts';
import type { LookEntry, Observer } from './observer.ts';
import { sweep } from './sweep.ts';

const reader = { key: Buffer.alloc(32, 5), run: 'run' };
const viewer = 1;

function answer(take: number): RawResponse {
  const canary = mintCanary(reader.key, {
    run: 'run',
    patient: viewer,
    consultation: 1,
    take,
    kind: 'reason',
  });
  return {
    method: 'GET',
    url: 'http://127.0.0.1/media',
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: new TextEncoder().encode(canary),
  };
}

function planned(surface: SurfaceId): PlannedLook {
  return { check: surface, kind: 'look', viewer, surface, phase: 'settled' };
}

const takes = [
  { take: 1, mayBeRecorded: true },
  { take: 2, mayBeRecorded: true },
  // Said when the call is over: nobody waits for it.
  { take: 3, mayBeRecorded: false },
];

const plan = {
  consultations: [{ patient: viewer, consultation: 1, takes }],
  checks: [planned('media'), planned('thumbnail'), planned('replay-list')],
} as unknown as PlannedCohort;

/** Sweeps a product that makes a replay of each take, one more with each look at the recordings. */
async function swept(deadlineMs: number): Promise<string[]> {
  let ready = 0;
  const replays = () =>
    Array.from({ length: Math.min(2, Math.max(1, ready)) }, (_, index) => ({
      item: `replay-${index + 1}`,
      claim: { state: 'ready' as const },
      text: '',
      address: String(index + 1),
    }));
  const surface = (id: SurfaceId): Surface => ({
    id,
    content: 'text',
    enumerate() {
      if (id === 'media') ready += 1;
      return Promise.resolve(replays());
    },
    ...(id === 'media'
      ? { open: (address: string) => Promise.resolve({ response: answer(Number(address)) }) }
      : {}),
  });
  const participant = {
    session: { surface, whoAmI: () => Promise.resolve('nobody' as const) },
    responses: () => 0,
  };
  const entries: LookEntry[] = [];
  let now = 0;
  const observer: Observer = {
    reader,
    identities: new Identities(),
    objects: new ObjectOwners(),
    links: new OwnLinks(),
    driversAddresses: [],
    participants: new Map([[viewer, participant as unknown as Participant]]),
    record(entry) {
      if (entry.type === 'look') entries.push(entry);
    },
    clock: () => (now += 1),
  };
  await sweep([{ plan, observer }], deadlineMs, 2);
  return entries.map(({ surface: id, phase, items }) => `${id} ${phase} ${items.length}`);
}

test('recordings and their list are looked at until every take was met, and then the rest', async () => {
  assert.deepEqual(await swept(1000), [
    'replay-list settling 1',
    'replay-list settled 1',
    'media settled 1',
    'replay-list settled 1',
    'media settled 2',
    'thumbnail settled 2',
  ]);
});

test('after the deadline what is missing is missing', async () => {
  assert.deepEqual(await swept(0), [
    'replay-list settling 1',
    'replay-list settled 1',
    'media settled 1',
    'thumbnail settled 1',
  ]);
});
