import assert from 'node:assert/strict';
import test from 'node:test';
import { call, clinicForPageTests, consultation, refuse } from './clinic-for-page-tests.ts';

void test('gives the device what it needs to publish once the patient has joined', async (t) => {
  const { get, post } = await clinicForPageTests(t);
  const path = `/consultations/${consultation.id}`;
  assert.equal((await get(path)).body.includes('id="room"'), false);
  const { body } = await post(`${path}/join`);
  const data = /<script type="application\/json" id="room">(.*?)<\/script>/.exec(body)?.[1];
  assert.deepEqual(JSON.parse(data ?? ''), {
    providerUrl: call.providerUrl,
    roomSid: 'RM1',
    token: call.token,
  });
  assert.match(body, /data-testid="room-name">room-3</);
  assert.match(body, /<button type="button"[^>]* data-mute aria-pressed="false" hidden>Mute</);
});

void test('switches to video and ends the call without any script', async (t) => {
  const asked: string[] = [];
  const { post } = await clinicForPageTests(t, {
    switchMode: async (_patient, consultationId, mode) => {
      asked.push(`${mode} ${consultationId}`);
      return { mode };
    },
    join: async () => ({ ...call, mode: 'video' }),
    end: async (_patient, consultationId) => {
      asked.push(`end ${consultationId}`);
      return { status: 'completed' };
    },
  });
  const path = `/consultations/${consultation.id}`;
  const switched = await post(`${path}/switch`);
  assert.match(switched.body, /data-testid="call-mode"[^>]*>Video</);
  assert.match(switched.body, /data-switch="video" hidden>/);
  const ended = await post(`${path}/end`);
  assert.equal(ended.headers.location, path);
  assert.deepEqual(asked, [`video ${consultation.id}`, `end ${consultation.id}`]);
});

void test('shows why a call cannot be joined, on the room’s own page', async (t) => {
  const { post } = await clinicForPageTests(t, {
    join: async () => refuse('consultation-over', 409),
  });
  const response = await post(`/consultations/${consultation.id}/join`);
  assert.equal(response.statusCode, 409);
  assert.match(response.body, /role="alert"[^>]*><p>The service says no\./);
  assert.match(response.body, /Dr Amara Okafor/);
});
