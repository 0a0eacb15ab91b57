import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import request from 'supertest';
import { makeRecording } from '../testing/make-recording.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';

let clinic: TestClinic;
before(async () => {
  clinic = await startTestClinic();
});
after(() => clinic.close());

void test('a webhook that the provider did not sign is refused', async () => {
  const forged = { id: 'e1', type: 'room.started', at: new Date().toISOString() };
  const post = () => request(clinic.url).post('/webhooks/video').send(forged);
  await post().expect(401);
  await post().set('x-video-signature', 'sha256=00').expect(401);
});

void test('a call without any media gets no replay', async () => {
  const silent = await signInPatient(clinic, 'silent');
  const id = await silent.book('1', '2026-06-09T10:00:00Z');
  await clinic.thirdParties.holdWebhooks(clinic.application);
  await silent.join(id);
  await silent.switchToVideo(id);
  await silent.end(id);
  await clinic.thirdParties.releaseWebhooks(clinic.application, { order: 'as-sent', copies: 1 });

  // A later call's replay shows that the earlier one's events have been dealt with.
  const speaking = await signInPatient(clinic, 'speaking');
  const other = await speaking.book('2', '2026-06-09T10:00:00Z');
  const joined = await speaking.join(other);
  await joined.publish(await makeRecording({ seconds: 0.5, level: 1 }));
  await speaking.end(other);
  await clinic.composed(1);
  assert.equal((await silent.replays()).total, 0);
  const { replays } = await speaking.replays();
  assert.equal(replays.length, 1);
  assert.equal(replays[0]?.thumbnailUrl, null);
  assert.equal(await clinic.clinic.pendingJobs(), 0);
});

void test('a reconnecting device’s second upload plays after the first', async () => {
  const amy = await signInPatient(clinic, 'amy');
  const id = await amy.book('3', '2026-06-09T10:00:00Z');
  const joined = await amy.join(id);
  await joined.publish(await makeRecording({ seconds: 0.5, level: 1 }));
  await joined.publish(await makeRecording({ seconds: 1, level: 2 }));
  await amy.end(id);
  await clinic.composed(2);
  assert.equal((await amy.replays()).replays[0]?.durationSeconds, 1.5);
});
