import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../act/outcome.ts';
import { done, refused } from '../act/outcome.ts';
import { NamedIds } from '../act/named-ids.ts';
import type { Participant } from '../act/participant.ts';
import type { EntryOf } from '../history/history.ts';
import { historyEntrySchema } from '../history/history.ts';
import type { PlannedCallProbe } from '../plan/plan.ts';
import { Identities } from './identify.ts';
import { OwnLinks } from './mixed-links.ts';
import { ObjectOwners } from './object-owners.ts';
import type { Observer } from './observer.ts';
import { tryCall } from './try-call.ts';

const ann = 1;
const ben = 2;

/** Ben tries Ann's call at a product that answers so. */
async function tried(
  verb: PlannedCallProbe['verb'],
  answer: () => Outcome | Error,
  booked = true,
): Promise<{ entry: EntryOf<'call-probe'>; asked: string[] }> {
  const asked: string[] = [];
  const entries: EntryOf<'call-probe'>[] = [];
  const identities = new Identities();
  identities.add('ben@patients.example.com', ben);
  let responses = 0;
  const named = new NamedIds();
  named.add({ url: 'http://127.0.0.1/calls/named-before-1' });
  const act = (what: string) => (appointment: string) => {
    responses += 1;
    asked.push(`${what} ${appointment}`);
    named.add({ url: `http://127.0.0.1/calls/${appointment}` });
    const came = answer();
    return came instanceof Error ? Promise.reject(came) : Promise.resolve(came);
  };
  const session = {
    whoAmI: () => Promise.resolve({ email: 'ben@patients.example.com' }),
    join: act('join'),
    switchToVideo: act('switch'),
    hangUp: act('end'),
  };
  const appointments = new Map(booked ? [[1, 'call-ann-1']] : []);
  const participants = new Map([
    [ann, { appointments } as unknown as Participant],
    [ben, { session, http: { named }, responses: () => responses } as unknown as Participant],
  ]);
  const observer: Observer = {
    reader: { key: Buffer.alloc(32, 5), run: 'run' },
    identities,
    objects: new ObjectOwners(),
    links: new OwnLinks(),
    driversAddresses: [],
    participants,
    record: (entry) => void entries.push(historyEntrySchema.parse(entry) as EntryOf<'call-probe'>),
    clock: () => 1,
  };
  const check = '0/call-probe';
  const probe = { check, kind: 'call-probe', viewer: ben, owner: ann, consultation: 1, verb };
  await tryCall(observer, probe as PlannedCallProbe);
  const [entry] = entries;
  assert.ok(entry);
  return { entry, asked };
}

void test('a stranger tries the verb with the id that the patient was given', async () => {
  const verbs = { join: 'join', 'switch-to-video': 'switch', 'hang-up': 'end' } as const;
  for (const verb of ['join', 'switch-to-video', 'hang-up'] as const) {
    const { entry, asked } = await tried(verb, () => refused('status 404'));
    assert.deepEqual(asked, [`${verbs[verb]} call-ann-1`]);
    assert.equal(entry.outcome, 'refused');
    assert.equal(entry.reason, 'status 404');
    assert.equal(entry.responses, 1);
    const once = new NamedIds();
    once.add({ url: 'http://127.0.0.1/call-ann-1' });
    assert.deepEqual(entry.named, once.digestsFrom(0, Buffer.alloc(32, 5)));
    assert.deepEqual(entry.signedIn, { before: ben, after: ben });
  }
});

void test('being let in is recorded as it is, and what throws as not known', async () => {
  assert.equal((await tried('join', () => done())).entry.outcome, 'done');
  const { entry } = await tried('join', () => new Error('closed'));
  assert.equal(entry.outcome, 'indeterminate');
  assert.equal(entry.reason, 'closed');
});

void test('a call that was never booked cannot be tried', async () => {
  const { entry, asked } = await tried('join', () => done(), false);
  assert.equal(entry.outcome, 'indeterminate');
  assert.deepEqual(asked, []);
  assert.equal(entry.responses, 0);
});
