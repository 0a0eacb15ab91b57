import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { makeRecording } from '../testing/make-recording.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { signInClinician } from '../testing/test-clinician.ts';
import type { TestClinician } from '../testing/test-clinician.ts';
import { signInPatient } from '../testing/test-patient.ts';

let clinic: TestClinic;
let okafor: TestClinician;
let lowe: TestClinician;
before(async () => {
  clinic = await startTestClinic();
  okafor = await signInClinician(clinic, 'amara.okafor@clinic.example');
  lowe = await signInClinician(clinic, 'benedict.lowe@clinic.example');
});
after(() => clinic.close());

void test('staff are signed in apart from patients', async () => {
  const amy = await signInPatient(clinic, 'amy');
  await amy.device.get('/api/staff/me').expect(401);
  await okafor.device.get('/api/me').expect(401);
  const { body } = await okafor.device.get('/api/staff/me').expect(200);
  assert.deepEqual(body, {
    clinician: { id: '1', email: 'amara.okafor@clinic.example', name: 'Dr Amara Okafor' },
  });
  const wrong = { email: 'amara.okafor@clinic.example', password: 'password of amy' };
  await amy.device.post('/staff/sign-in').type('form').send(wrong).expect(401);
});

void test('a clinician has their own appointments alone', async () => {
  const patient = await signInPatient(clinic, 'agnes');
  const id = await patient.book('1', '2026-06-09T10:00:00Z');
  const day = await okafor.device.get('/staff').expect(200);
  assert.ok(day.text.includes(`data-testid="appointment" data-consultation-id="${id}"`));
  const other = await lowe.device.get('/staff').expect(200);
  assert.ok(!other.text.includes(id));
  await lowe.device.get(`/staff/consultations/${id}`).expect(404);
  for (const step of ['end', 'switch', 'recordings']) {
    const path = `/api/staff/consultations/${id}/${step}`;
    await lowe.device.post(path).send({ mode: 'video' }).expect(404);
    await patient.device.post(path).send({ mode: 'video' }).expect(401);
  }
});

void test('a live call’s recordings are uploaded in any order and become one replay', async () => {
  const patient = await signInPatient(clinic, 'beth');
  const id = await patient.book('1', '2026-06-09T10:10:00Z');
  await patient.device.post(`/api/consultations/${id}/join`).send({ consent: 'given' }).expect(200);
  const sound = await okafor.openRecording(id, 'audio');
  const picture = await okafor.openRecording(id, 'video');
  await picture.upload(
    await makeRecording({ seconds: 0.5, level: 8, colour: { r: 9, g: 9, b: 99 } }),
  );
  await picture.complete();
  await okafor.end(id);
  await sound.upload(await makeRecording({ seconds: 0.5, level: 7 }));
  await sound.complete();
  await clinic.composed(1);
  const { replays } = await patient.replays();
  const content = await contentOfReplay(patient, replays[0]?.id ?? '');
  assert.deepEqual(content?.levels, [7, 8]);
});

void test('nothing is recorded unless the patient agreed, or after they changed their mind', async () => {
  const record = (id: string, status: number) =>
    okafor.device
      .post(`/api/staff/consultations/${id}/recordings`)
      .send({ mode: 'audio' })
      .expect(status);
  for (const [index, consent] of (['refused', null, 'given'] as const).entries()) {
    const patient = await signInPatient(clinic, `cora-${index}`);
    const id = await patient.book('1', `2026-06-09T11:${index}0:00Z`);
    await record(id, 409);
    const joined = await patient.join(id, consent);
    await record(id, consent === 'given' ? 201 : 409);
    await patient.device.post(`/api/consultations/${id}/withdraw-consent`).expect(200);
    await record(id, 409);
    await joined.publish(await makeRecording({ seconds: 0.25, level: 1 }));
    await patient.switchToVideo(id);
    await joined.publish(await makeRecording({ seconds: 0.25, level: 2 }));
    await patient.end(id);
    assert.equal((await patient.replays()).total, 0);
  }
});
