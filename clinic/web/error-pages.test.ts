import assert from 'node:assert/strict';
import test from 'node:test';
import { clinicForPageTests, id } from './clinic-for-page-tests.ts';

void test('answers another patient’s, an unknown and an impossible id with the same page', async (t) => {
  const { get } = await clinicForPageTests(t);
  const answers = await Promise.all(
    [id(998), id(999), 'not-an-id', '%3Cimg%3E'].map(
      async (asked) => await get(`/replays/${asked}`),
    ),
  );
  assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([404]));
  assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
});

void test('error pages repeat nothing of what was asked for or of what went wrong', async (t) => {
  const { get } = await clinicForPageTests(t, {
    listReplays: async () => {
      throw new Error('relation "replays" does not exist');
    },
  });
  const failed = await get('/profile');
  assert.equal(failed.statusCode, 500);
  assert.equal(failed.body.includes('relation'), false);
  const missing = await get('/nowhere/strange-words');
  assert.equal(missing.statusCode, 404);
  assert.equal(missing.body.includes('strange-words'), false);
});

void test('leaves unknown addresses of programs to the clinic itself', async (t) => {
  const { get } = await clinicForPageTests(t);
  const response = await get('/api/nowhere', { headers: { accept: 'application/json' } });
  assert.equal(response.statusCode, 404);
  assert.match(String(response.headers['content-type']), /^application\/json/);
});
