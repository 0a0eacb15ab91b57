import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import type { TestPatient } from '../testing/test-patient.ts';

let clinic: TestClinic;
let amy: TestPatient;
let bob: TestPatient;
before(async () => {
  clinic = await startTestClinic();
  amy = await signInPatient(clinic, 'amy');
  bob = await signInPatient(clinic, 'bob');
});
after(() => clinic.close());

function codeOf(response: { body: unknown }): unknown {
  return (response.body as { error?: unknown }).error;
}

void test('a slot that overlaps another patient’s is taken', async () => {
  await amy.book('3', '2026-06-09T10:00:00Z');
  const overlapping = { clinicianId: '3', startsAt: '2026-06-09T10:09:00Z', reason: 'x' };
  const taken = await bob.device.post('/api/consultations').send(overlapping).expect(409);
  assert.equal(codeOf(taken), 'slot-taken');
  await bob.book('3', '2026-06-09T10:10:00Z');
  await bob.book('4', '2026-06-09T10:00:00Z');
});

void test('two patients who want one slot at the same moment do not both get it', async () => {
  const wanted = { clinicianId: '5', startsAt: '2026-06-09T10:00:00Z', reason: 'x' };
  const answers = await Promise.all(
    [amy, bob].map((patient) => patient.device.post('/api/consultations').send(wanted)),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).sort((a, b) => a - b),
    [201, 409],
  );
});

void test('a slot in the past, a broken minute and an unknown clinician are refused', async () => {
  const book = (clinicianId: string, startsAt: string) =>
    amy.device.post('/api/consultations').send({ clinicianId, startsAt, reason: 'x' }).expect(422);
  assert.equal(codeOf(await book('1', '2026-06-09T08:00:00Z')), 'slot-in-the-past');
  assert.equal(codeOf(await book('1', '2026-06-09T11:00:01Z')), 'invalid');
  assert.equal(codeOf(await book('99', '2026-06-09T11:00:00Z')), 'invalid');
});

void test('another patient’s consultation is answered like an unknown one', async () => {
  const id = await amy.book('6', '2026-06-09T10:00:00Z');
  const foreign = await bob.device.post(`/api/consultations/${id}/join`).expect(404);
  const unknown = await bob.device
    .post(`/api/consultations/${crypto.randomUUID()}/join`)
    .expect(404);
  assert.deepEqual(foreign.body, unknown.body);
  const { body } = await bob.device.get('/api/consultations').expect(200);
  const listed = (body as { consultations: { id: string }[] }).consultations;
  assert.ok(listed.every((consultation) => consultation.id !== id));
});

void test('joining again gives the same room, and nine calls share eight names', async () => {
  const first = await amy.book('7', '2026-06-09T10:00:00Z');
  const { room } = await amy.join(first);
  assert.deepEqual((await amy.join(first)).room, room);
  const sids = new Set([room.sid]);
  const names = new Set([room.name]);
  for (let clinician = 8; clinician < 16; clinician += 1) {
    const next = await amy.join(await amy.book(String(clinician), '2026-06-09T10:00:00Z'));
    sids.add(next.room.sid);
    names.add(next.room.name);
  }
  assert.equal(sids.size, 9);
  assert.equal(names.size, 8);
});

void test('two devices that join at the same moment are in one room', async () => {
  const id = await amy.book('20', '2026-06-09T10:00:00Z');
  const [one, other] = await Promise.all([amy.join(id), amy.join(id)]);
  assert.deepEqual(one.room, other.room);
});

void test('a call can be switched and ended only while it is in progress', async () => {
  const id = await amy.book('21', '2026-06-09T10:00:00Z');
  const switchTo = () => amy.device.post(`/api/consultations/${id}/switch`).send({ mode: 'video' });
  assert.equal(codeOf(await switchTo().expect(409)), 'not-in-progress');
  await amy.join(id);
  assert.deepEqual((await switchTo().expect(200)).body, { mode: 'video' });
  await amy.end(id);
  await amy.end(id);
  assert.equal(codeOf(await switchTo().expect(409)), 'not-in-progress');
  await amy.device.post(`/api/consultations/${id}/join`).expect(409);
});
