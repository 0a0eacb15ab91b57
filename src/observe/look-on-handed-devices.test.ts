import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AskedAddresses } from '../act/asked-addresses.ts';
import type { Outcome } from '../act/outcome.ts';
import { done, refused } from '../act/outcome.ts';
import type { Participant } from '../act/participant.ts';
import type { PatientSession } from '../act/target-driver.ts';
import type { HistoryEntry } from '../history/history.ts';
import { historyEntrySchema } from '../history/history.ts';
import type { PlannedLook } from '../plan/plan.ts';
import { Identities } from './identify.ts';
import { lookOnHandedDevices } from './look-on-handed-devices.ts';
import { OwnLinks } from './mixed-links.ts';
import { ObjectOwners } from './object-owners.ts';

const ann = 1;
const ben = 2;
const looks = (['replay-list', 'media'] as const).map((surface): PlannedLook => {
  const check = `0/handed-on/${surface}/${ben}-on-${ann}`;
  return { check, kind: 'look', viewer: ben, surface, phase: 'handed-on', device: ann };
});

interface Sent {
  readonly url: string;
  readonly headers: { readonly as?: string };
}

/** Ann's device goes to Ben, at a product that answers so. */
async function handed({
  signOut = () => Promise.resolve(done()),
  signIn = () => Promise.resolve(done()),
}: {
  readonly signOut?: (() => Promise<Outcome>) | 'unwritten';
  readonly signIn?: () => Promise<Outcome>;
}) {
  const told: string[] = [];
  const entries: HistoryEntry[] = [];
  const identities = new Identities();
  identities.add('ben@patients.example.com', ben);
  let at = 0;
  let responses = 0;
  const address = { method: 'GET', status: 200, headers: { 'content-type': 'text/html' } };
  const addresses = new AskedAddresses();
  const given = (path: string, as: string) =>
    addresses.add({ ...address, url: `http://127.0.0.1${path}`, body: Buffer.of() }, { as });
  given('/visits', 'Ann');
  const ask = (url: string, as: string) => {
    told.push(`asks for ${new URL(url).pathname} as ${as}`);
    return Promise.reject(new Error('it is gone'));
  };
  const session = {
    browse: () => {
      told.push('browses');
      given('/home', 'Ben');
      return Promise.resolve();
    },
    signIn: ({ email, password }: { email: string; password: string }) => {
      told.push(`${email} signs in with ${password}`);
      return signIn();
    },
    whoAmI: () => Promise.resolve({ email: 'ben@patients.example.com' }),
    surface: () => ({
      content: 'text',
      enumerate: () => {
        told.push('looks');
        responses += 1;
        return Promise.resolve([]);
      },
    }),
  } as unknown as PatientSession;
  const signsOut = () => {
    told.push('Ann signs out');
    return signOut === 'unwritten' ? Promise.resolve(refused('never')) : signOut();
  };
  const device = {
    session: signOut === 'unwritten' ? session : { ...session, signOut: signsOut },
    hearAs: (whom: number | 'nobody') => {
      told.push(`hears as ${whom}`);
      return Promise.resolve();
    },
    http: { addresses, sendOnce: ({ url, headers: { as = 'nobody' } }: Sent) => ask(url, as) },
    responses: () => responses,
  } as unknown as Participant;
  const next = {
    patient: { number: ben },
    email: 'ben@patients.example.com',
    password: 'secret',
    responses: () => 0,
  } as unknown as Participant;
  const observer = {
    reader: { key: Buffer.alloc(32, 5), run: 'run' },
    identities,
    objects: new ObjectOwners(),
    links: new OwnLinks(),
    driversAddresses: [],
    participants: new Map([
      [ann, device],
      [ben, next],
    ]),
    record: (entry: HistoryEntry) => void entries.push(historyEntrySchema.parse(entry)),
    clock: () => (at += 1),
  };
  await lookOnHandedDevices(observer, looks, undefined);
  return { told, entries };
}

void test('one signs out, the next one signs in as themselves and looks, on the same device', async () => {
  const { told, entries } = await handed({});
  assert.deepEqual(told, [
    'Ann signs out',
    'hears as nobody',
    'ben@patients.example.com signs in with secret',
    `hears as ${ben}`,
    'looks',
    'looks',
    'browses',
    'asks for /visits as Ben',
  ]);
  for (const [index, entry] of entries.entries()) {
    assert.ok(entry.type === 'look');
    assert.deepEqual([entry.check, entry.viewer, entry.device], [looks[index]?.check, ben, ann]);
    assert.deepEqual([entry.outcome, entry.responses], ['seen', 1]);
    assert.deepEqual(entry.signedIn, { before: ben, after: ben });
  }
  assert.equal(entries.length, 2);
});

void test('where a driver signs nobody out, the looks are left out with the reason', async () => {
  const { told, entries } = await handed({ signOut: 'unwritten' });
  assert.deepEqual(told, []);
  const said = entries.map((entry) => [entry.type, 'check' in entry && entry.check]);
  assert.deepEqual(
    said,
    looks.map(({ check }) => ['left-out', check]),
  );
  assert.ok(entries.every((entry) => 'reason' in entry && entry.reason?.includes('sign out')));
});

for (const [who, verbs] of [
  ['out', { signOut: () => Promise.resolve(refused('status 500')) }],
  ['in', { signIn: () => Promise.resolve(refused('status 500')) }],
  ['in', { signIn: () => Promise.reject(new Error('status 500')) }],
] as const)
  void test(`whoever does not get ${who} leaves the looks open`, async () => {
    const { told, entries } = await handed(verbs);
    assert.ok(!told.includes('looks') && !told.includes(`hears as ${ben}`));
    assert.deepEqual(
      entries.map(({ type }) => type),
      ['shortfall', 'shortfall'],
    );
    assert.ok(entries.every((entry) => 'reason' in entry && entry.reason?.includes('status 500')));
  });
