import assert from 'node:assert/strict';
import test from 'node:test';
import { clinicForPageTests, consultation, replay } from './clinic-for-page-tests.ts';

const ownPages = [
  '/book',
  '/consultations',
  `/consultations/${consultation.id}`,
  '/profile',
  '/profile/replays',
  `/replays/${replay.id}`,
];

void test('sends the signed out to the sign-in page and back to where they were going', async (t) => {
  const { get } = await clinicForPageTests(t);
  for (const path of ownPages) {
    const response = await get(path, { signedIn: false });
    assert.equal(response.statusCode, 303);
    assert.equal(response.headers.location, `/sign-in?returnTo=${encodeURIComponent(path)}`);
  }
});

void test('shows every page in the clinic’s frame, for the signed-in patient alone', async (t) => {
  const { get } = await clinicForPageTests(t);
  for (const path of ['/', ...ownPages]) {
    const response = await get(path);
    assert.equal(response.statusCode, 200, path);
    assert.match(response.body, /<html lang="en-GB">/);
    assert.match(response.body, /data-testid="signed-in-as">ada\+1@patients\.example\.com</);
    assert.equal(response.headers['cache-control'], 'private, no-store');
    assert.match(String(response.headers['content-security-policy']), /default-src 'none'/);
  }
});

void test('shows what patients wrote as text, never as markup', async (t) => {
  const { get } = await clinicForPageTests(t);
  const pages = ['/consultations', `/consultations/${consultation.id}`, '/profile'];
  for (const path of [...pages, `/replays/${replay.id}`]) {
    const { body } = await get(path);
    assert.equal(body.includes('<script>alert'), false, path);
    assert.match(body, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;quotes&quot;/, path);
  }
  assert.match((await get('/profile')).body, /O’Neill &lt;b&gt;/);
});

void test('lists replays with their ids, pictures and the way to older ones', async (t) => {
  const { body } = await (await clinicForPageTests(t)).get('/profile');
  const item = `data-testid="replay" data-replay-id="${replay.id}" data-consultation-id="${consultation.id}"`;
  assert.ok(body.includes(item));
  assert.ok(body.includes('src="/media/thumbnail?viewer=1&amp;signature=2"'));
  assert.ok(body.includes('href="/profile/replays?cursor=next%26%22page"'));
  assert.match(body, /Consultation Replays<\/h2>/);
});

void test('serves its own stylesheet and nothing outside the folder of assets', async (t) => {
  const { get } = await clinicForPageTests(t);
  const sheet = await get('/assets/clinic.css');
  assert.match(String(sheet.headers['content-type']), /^text\/css/);
  const again = await get('/assets/clinic.css', {
    headers: { 'if-none-match': String(sheet.headers.etag) },
  });
  assert.equal(again.statusCode, 304);
  assert.equal((await get('/assets/..%2Fregister-pages.ts')).statusCode, 404);
});
