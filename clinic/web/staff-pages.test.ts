import assert from 'node:assert/strict';
import test from 'node:test';
import { appointment, clinician, clinicForPageTests } from './clinic-for-page-tests.ts';

const room = `/staff/consultations/${appointment.id}`;

void test('sends whoever is no clinician to the staff’s sign-in, patients too', async (t) => {
  const { get } = await clinicForPageTests(t);
  for (const signedIn of [true, false]) {
    for (const path of ['/staff', room]) {
      const response = await get(path, { signedIn });
      assert.equal(response.statusCode, 303);
      assert.equal(
        response.headers.location,
        `/staff/sign-in?returnTo=${encodeURIComponent(path)}`,
      );
    }
  }
});

void test('names the clinician on the staff’s pages and the patient on the others', async (t) => {
  const { get } = await clinicForPageTests(t);
  const both = { signedIn: true, staff: true };
  const day = await get('/staff', both);
  assert.match(day.body, new RegExp(`data-testid="signed-in-as">${clinician.email}<`, 'u'));
  assert.ok(!day.body.includes('ada+1'));
  const home = await get('/', both);
  assert.match(home.body, /data-testid="signed-in-as">ada\+1@/u);
});

void test('lists the day, with who is there, and shows names and reasons as text', async (t) => {
  const { get } = await clinicForPageTests(t);
  const { body } = await get('/staff', { staff: true });
  assert.ok(body.includes(`data-testid="appointment" data-consultation-id="${appointment.id}"`));
  assert.match(body, /In the waiting room/u);
  assert.ok(!body.includes('<script>alert') && !body.includes('O’Neill <b>'));
});

void test('the room says how things stand, and offers to start the call', async (t) => {
  const { get } = await clinicForPageTests(t);
  const { body } = await get(room, { staff: true });
  assert.match(body, /data-mode="audio" data-recording="off" data-call-state="waiting"/u);
  assert.match(body, /data-recorder="idle"/u);
  assert.match(body, />Start the call</u);
  assert.match(body, /<button type="button"[^>]* data-mute aria-pressed="false" hidden>Mute</u);
  assert.match(body, /src="\/assets\/live\/clinician-room\.js"/u);
});

void test('signs staff in with a cookie of their own and returns to the staff’s pages alone', async (t) => {
  const { post } = await clinicForPageTests(t);
  for (const [returnTo, location] of [
    [room, room],
    ['/profile', '/staff'],
    ['//evil.example/', '/staff'],
  ] as const) {
    const form = { email: clinician.email, password: 'a password', returnTo };
    const response = await post('/staff/sign-in', { signedIn: false, form });
    assert.equal(response.headers.location, location);
    assert.match(String(response.headers['set-cookie']), /^clinic_staff_session=staff-session;/u);
  }
});

void test('serves the modules that it was given and no others', async (t) => {
  const { get } = await clinicForPageTests(t);
  const found = await get('/assets/live/room.js');
  assert.equal(found.body, 'export const answer = 42;');
  assert.match(String(found.headers['content-type']), /^text\/javascript/u);
  const etag = String(found.headers.etag);
  assert.equal(
    (await get('/assets/live/room.js', { headers: { 'if-none-match': etag } })).statusCode,
    304,
  );
  assert.equal((await get('/assets/live/room.test.ts')).statusCode, 404);
});
