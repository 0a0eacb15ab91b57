import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import request from 'supertest';
import { holdCall } from '../testing/hold-call.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import type { TestPatient } from '../testing/test-patient.ts';

const blue = { r: 20, g: 20, b: 220 };
let clinic: TestClinic;
let amy: TestPatient;
let bob: TestPatient;

before(async () => {
  clinic = await startTestClinic();
  amy = await signInPatient(clinic, 'amy');
  bob = await signInPatient(clinic, 'bob');
  const consultation = await amy.book('1', '2026-06-09T10:00:00Z');
  await holdCall(amy, consultation, { level: 100, colour: blue });
  await clinic.composed(1);
});
after(() => clinic.close());

void test('a call with a switch becomes one replay of both recordings', async () => {
  const { replays, total, nextCursor } = await amy.replays();
  assert.equal(total, 1);
  assert.equal(nextCursor, null);
  assert.equal(replays[0]?.status, 'ready');
  assert.equal(replays[0]?.reason, 'reason of amy');
  assert.equal(replays[0]?.durationSeconds, 1);
});

void test('a patient without a call has no replays', async () => {
  assert.deepEqual(await bob.replays(), { replays: [], total: 0, nextCursor: null });
});

void test('the thumbnail is the first picture of the recording', async () => {
  const { replays } = await amy.replays();
  const { body } = await amy.device.get(String(replays[0]?.thumbnailUrl)).expect(200);
  const { info, data } = await sharp(body as Buffer)
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.equal(info.width, 320);
  const [red = 0, , blueness = 0] = data;
  assert.ok(blueness > 180 && red < 60);
});

void test('another patient’s replay is answered like an unknown one', async () => {
  const id = (await amy.replays()).replays[0]?.id ?? '';
  const foreign = await bob.device.get(`/api/replays/${id}`).expect(404);
  const unknown = await bob.device.get(`/api/replays/${crypto.randomUUID()}`).expect(404);
  const impossible = await bob.device.get('/api/replays/1').expect(404);
  assert.deepEqual(foreign.body, unknown.body);
  assert.deepEqual(impossible.body, unknown.body);
});

void test('media are served whole and in ranges', async () => {
  const id = (await amy.replays()).replays[0]?.id ?? '';
  const { mediaUrl } = await amy.replay(id);
  const whole = await amy.device.get(String(mediaUrl)).expect(200).buffer(true);
  assert.equal(whole.headers['accept-ranges'], 'bytes');
  assert.equal(whole.headers['cache-control'], 'private, no-store');
  assert.equal(whole.headers['content-type'], 'video/webm');
  const part = await amy.device.get(String(mediaUrl)).set('range', 'bytes=0-9').expect(206);
  assert.equal(part.headers['content-length'], '10');
  assert.equal(
    part.headers['content-range'],
    `bytes 0-9/${String(whole.headers['content-length'])}`,
  );
});

void test('a media link is for its viewer alone', async () => {
  const id = (await amy.replays()).replays[0]?.id ?? '';
  const { mediaUrl } = await amy.replay(id);
  const foreign = await bob.device.get(String(mediaUrl)).expect(403);
  assert.equal((foreign.body as { error: string }).error, 'link-not-yours');
  const altered = await amy.device.get(`${String(mediaUrl)}0`).expect(403);
  assert.equal((altered.body as { error: string }).error, 'link-not-yours');
  await request(clinic.url).get(String(mediaUrl)).expect(401);
});

void test('a media link expires after ten minutes of clinic time', async () => {
  const id = (await amy.replays()).replays[0]?.id ?? '';
  const { mediaUrl } = await amy.replay(id);
  const then = clinic.clinic.now();
  await clinic.clinic.setClock(new Date(then.getTime() + 11 * 60_000));
  const { body } = await amy.device.get(String(mediaUrl)).expect(403);
  assert.equal((body as { error: string }).error, 'link-expired');
  await clinic.clinic.setClock(then);
  await amy.device.get(String(mediaUrl)).expect(200);
});
