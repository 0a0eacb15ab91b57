import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeRecording } from '../testing/make-recording.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import type { TestPatient } from '../testing/test-patient.ts';

const starts = ['2026-06-09T10:00:00Z', '2026-06-09T10:10:00Z', '2026-06-09T10:20:00Z'];
let clinic: TestClinic;
let amy: TestPatient;
let booked: string[];
before(async () => {
  clinic = await startTestClinic();
  amy = await signInPatient(clinic, 'amy');
  booked = [];
  for (const start of starts) {
    const id = await amy.book('1', start);
    booked.push(id);
    const joined = await amy.join(id);
    await joined.publish(await makeRecording({ seconds: 0.25, level: 1 }));
    await amy.end(id);
  }
  await clinic.composed(starts.length);
});
after(() => clinic.close());

void test('pages follow each other from the newest consultation to the oldest', async () => {
  const first = await amy.replays('?limit=2');
  assert.equal(first.total, 3);
  assert.ok(first.nextCursor);
  const second = await amy.replays(`?limit=2&cursor=${first.nextCursor}`);
  assert.equal(second.total, 3);
  assert.equal(second.nextCursor, null);
  assert.deepEqual(
    [...first.replays, ...second.replays].map(({ consultationId }) => consultationId),
    booked.toReversed(),
  );
});

void test('a cursor of somebody else’s leads into one’s own list', async () => {
  const bob = await signInPatient(clinic, 'bob');
  const { nextCursor } = await amy.replays('?limit=1');
  assert.deepEqual(await bob.replays(`?limit=1&cursor=${String(nextCursor)}`), {
    replays: [],
    total: 0,
    nextCursor: null,
  });
});

void test('a broken cursor and a limit beyond twenty are refused', async () => {
  await amy.device.get('/api/replays?cursor=abc').expect(422);
  await amy.device.get('/api/replays?limit=21').expect(422);
});
