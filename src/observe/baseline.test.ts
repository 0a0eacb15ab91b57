import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, refused } from '../act/outcome.ts';
import type { Participant } from '../act/participant.ts';
import type { PatientSession } from '../act/target-driver.ts';
import type { HistoryEntry } from '../history/history.ts';
import { recordBaseline } from './baseline.ts';
import type { Observer } from './observer.ts';

const email = 'ann@example.com';

async function recorded(session: Partial<PatientSession>): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  const observer = {
    identities: { whoIs: (who: unknown) => (who === 'nobody' ? 'nobody' : 1) },
    record: (entry: HistoryEntry) => void entries.push(entry),
    clock: () => 7,
  } as unknown as Observer;
  const listed = { enumerate: () => Promise.resolve([{ item: 'old' }, { item: 'old' }, { item: 'older' }]) }; // prettier-ignore
  const participant = {
    patient: { number: 1 },
    email,
    password: 'secret',
    session: {
      signIn: () => Promise.resolve(done()),
      whoAmI: () => Promise.resolve({ email }),
      surface: () => listed,
      ...session,
    },
  } as unknown as Participant;
  await recordBaseline(observer, participant, ['replay-list']);
  return entries;
}

const entry = { type: 'baseline', at: 7, until: 7, viewer: 1, surface: 'replay-list' };

test('what an account lists is recorded, each once', async () => {
  assert.deepEqual(await recorded({}), [{ ...entry, outcome: 'seen', items: ['old', 'older'] }]);
});

const failing: readonly (readonly [string, Partial<PatientSession>, RegExp])[] = [
  ['nobody can sign in', { signIn: () => Promise.resolve(refused('it is locked')) }, /signing in was refused: it is locked/],
  ['signing in breaks', { signIn: () => Promise.reject(new Error('no answer')) }, /^no answer$/],
  ['somebody else is signed in', { whoAmI: () => Promise.resolve('nobody') }, /somebody else is signed in/],
  ['the driver has no such surface', { surface: () => undefined }, /no such surface/],
]; // prettier-ignore
for (const [name, session, reason] of failing)
  test(`what an account holds is not known where ${name}`, async () => {
    const [only, ...others] = await recorded(session);
    assert.deepEqual(others, []);
    assert.ok(only?.type === 'baseline');
    assert.equal(only.outcome, 'failed');
    assert.deepEqual(only.items, []);
    assert.match(only.reason ?? '', reason);
  });
