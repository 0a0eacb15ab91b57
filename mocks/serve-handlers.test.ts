import assert from 'node:assert/strict';
import test from 'node:test';
import { http, HttpResponse } from 'msw';
import { serveHandlers } from './serve-handlers.ts';

const everyByte = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256);

void test('carries bytes, status and headers in both directions unchanged', async (t) => {
  const echo = http.post('/echo/:word', async ({ request, params }) => {
    const headers = {
      'x-word': String(params['word']),
      'x-heard': request.headers.get('x-say') ?? '',
    };
    return new HttpResponse(await request.arrayBuffer(), { status: 201, headers });
  });
  const served = await serveHandlers([echo]);
  t.after(served.close);
  const response = await fetch(`${served.url}/echo/tide`, {
    method: 'POST',
    headers: { 'x-say': 'ahoy' },
    body: everyByte,
  });
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('x-word'), 'tide');
  assert.equal(response.headers.get('x-heard'), 'ahoy');
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), everyByte);
});

void test('answers an unknown route with JSON', async (t) => {
  const served = await serveHandlers([]);
  t.after(served.close);
  const response = await fetch(`${served.url}/nowhere`);
  assert.equal(response.status, 404);
  assert.equal(((await response.json()) as { error: string }).error, 'unknown-route');
});

void test('answers a failing handler with 500 and goes on serving', async (t) => {
  const served = await serveHandlers([
    http.get('/fails', () => {
      throw new Error('broken on purpose');
    }),
    http.get('/works', () => HttpResponse.text('yes')),
  ]);
  t.after(served.close);
  t.mock.method(console, 'error', () => {});
  assert.equal((await fetch(`${served.url}/fails`)).status, 500);
  assert.equal(await (await fetch(`${served.url}/works`)).text(), 'yes');
});

void test('refuses a body past the limit, announced or not', async (t) => {
  const served = await serveHandlers([http.post('/', () => HttpResponse.text('taken'))], {
    maximumBodyBytes: 1_000,
  });
  t.after(served.close);
  const announced = await fetch(served.url, { method: 'POST', body: everyByte.subarray(0, 1_001) });
  assert.equal(announced.status, 413);
  const unannounced = await fetch(served.url, {
    method: 'POST',
    body: new Blob([everyByte.subarray(0, 1_001)]).stream(),
    duplex: 'half',
  } as RequestInit);
  assert.equal(unannounced.status, 413);
  const fits = await fetch(served.url, { method: 'POST', body: everyByte.subarray(0, 1_000) });
  assert.equal(fits.status, 200);
});
