import assert from 'node:assert/strict';
import test from 'node:test';
import { ada, clinicForPageTests, consultation, refuse } from './clinic-for-page-tests.ts';

void test('signs in with the session cookie and returns to this site alone', async (t) => {
  const { post } = await clinicForPageTests(t);
  const credentials = { email: ada.email, password: 'correct horse' };
  const form = { ...credentials, returnTo: '//evil.example/' };
  const response = await post('/sign-in', { signedIn: false, form });
  assert.equal(response.statusCode, 303);
  assert.equal(response.headers.location, '/');
  assert.equal(
    response.headers['set-cookie'],
    'clinic_session=ada-session; Path=/; HttpOnly; SameSite=Lax',
  );
});

void test('never shows a password again', async (t) => {
  const { post } = await clinicForPageTests(t, {
    register: async () => refuse('email-taken', 409),
    signIn: async () => refuse('wrong-credentials', 401),
  });
  const form = {
    email: 'ánna@patients.example.com',
    password: 'very secret words',
    givenName: 'Ánna',
    familyName: 'N',
    birthDate: '1990-01-01',
    phone: '+447700900001',
    membershipNumber: 'ICM000000000',
  };
  for (const [path, status] of [
    ['/register', 409],
    ['/sign-in', 401],
  ] as const) {
    const response = await post(path, { signedIn: false, form });
    assert.equal(response.statusCode, status);
    assert.match(response.body, /ánna@patients\.example\.com/);
    assert.equal(response.body.includes('very secret words'), false);
  }
});

void test('signs out by ending the session and clearing the cookie', async (t) => {
  const ended: string[] = [];
  const { post } = await clinicForPageTests(t, {
    signOut: async (token) => void ended.push(token),
  });
  const response = await post('/sign-out');
  assert.deepEqual(ended, ['ada-session']);
  assert.match(
    String(response.headers['set-cookie']),
    /^clinic_session=; .*Expires=Thu, 01 Jan 1970/,
  );
});

void test('refuses a form sent from another site', async (t) => {
  const { post } = await clinicForPageTests(t);
  const path = `/consultations/${consultation.id}/end`;
  for (const site of ['cross-site', 'same-site']) {
    const response = await post(path, { headers: { 'sec-fetch-site': site } });
    assert.equal(response.statusCode, 403);
  }
  const own = await post(path, { headers: { 'sec-fetch-site': 'same-origin' } });
  assert.equal(own.statusCode, 303);
});
