import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import request from 'supertest';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { registrationOf, signInPatient } from '../testing/test-patient.ts';

let clinic: TestClinic;
before(async () => {
  clinic = await startTestClinic();
});
after(() => clinic.close());

function codeOf(response: { body: unknown }): unknown {
  return (response.body as { error?: unknown }).error;
}

void test('an e-mail address is taken whatever its case, and by nothing else', async () => {
  const register = (email: string) =>
    request(clinic.url)
      .post('/api/register')
      .send({ ...registrationOf('jose'), email });
  await register('jose@example.org').expect(201);
  assert.equal(codeOf(await register('JOSE@example.org').expect(409)), 'email-taken');
  await register('jose+clinic@example.org').expect(201);
  await register('josé@example.org').expect(201);
});

void test('who is not a member cannot register', async () => {
  const registration = { ...registrationOf('mallory'), membershipNumber: 'ICM000000011' };
  const answer = await request(clinic.url).post('/api/register').send(registration).expect(422);
  assert.equal(codeOf(answer), 'not-a-member');
});

void test('a form that is not filled in is refused', async () => {
  const answer = await request(clinic.url).post('/api/register').send({}).expect(422);
  assert.equal(codeOf(answer), 'invalid');
});

void test('a wrong password signs nobody in', async () => {
  await request(clinic.url).post('/api/register').send(registrationOf('wendy')).expect(201);
  const answer = await request(clinic.url)
    .post('/api/session')
    .send({ email: 'wendy@example.org', password: 'wrong' })
    .expect(401);
  assert.equal(answer.headers['set-cookie'], undefined);
});

void test('a session says who is signed in, until it is closed', async () => {
  const amy = await signInPatient(clinic, 'amy');
  const { body } = await amy.device.get('/api/me').expect(200);
  assert.equal((body as { patient: { email: string } }).patient.email, 'amy@example.org');
  const token = await request(clinic.url)
    .post('/api/session')
    .send({ email: 'AMY@example.org', password: 'password of amy' })
    .expect(200);
  const [cookie = ''] = [token.headers['set-cookie']].flat();
  assert.match(cookie, /^clinic_session=.+; Path=\/; HttpOnly; SameSite=Lax$/u);
  await request(clinic.url).delete('/api/session').set('cookie', cookie).expect(204);
  const gone = await request(clinic.url).get('/api/me').set('cookie', cookie).expect(401);
  assert.equal(codeOf(gone), 'signed-out');
  await amy.device.get('/api/me').expect(200);
});

void test('answers are kept out of every cache', async () => {
  const answer = await request(clinic.url).get('/api/clinicians').expect(200);
  assert.equal(answer.headers['cache-control'], 'private, no-store');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.equal((answer.body as { clinicians: unknown[] }).clinicians.length, 40);
});

void test('a broken body and an unknown address get structured errors', async () => {
  const broken = await request(clinic.url)
    .post('/api/session')
    .set('content-type', 'application/json')
    .send('{')
    .expect(400);
  assert.equal(codeOf(broken), 'malformed');
  assert.equal(codeOf(await request(clinic.url).get('/api/nothing').expect(404)), 'not-found');
});
