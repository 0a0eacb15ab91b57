import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AskedAddresses } from './asked-addresses.ts';
import type { RawResponse } from './raw-response.ts';

const site = 'http://127.0.0.1:1';

function answer(path: string, more: Partial<RawResponse> = {}): RawResponse {
  const headers = { 'content-type': 'application/json' };
  return {
    method: 'GET',
    url: `${site}${path}`,
    status: 200,
    headers,
    body: Buffer.from('{}'),
    ...more,
  };
}

function kept(...answers: readonly RawResponse[]): string[] {
  const addresses = new AskedAddresses();
  for (const one of answers) addresses.add(one, {});
  return addresses.all().map(({ url }) => url.slice(site.length));
}

void test('addresses at which text was given are kept, two of each shape', () => {
  const ids = ['3f0c9a52', '4a1c9a53', '5b1c9a54'].map((id) => answer(`/letters/${id}`));
  assert.deepEqual(kept(answer('/letters'), ...ids, answer('/letters')), [
    '/letters',
    '/letters/3f0c9a52',
    '/letters/4a1c9a53',
  ]);
  assert.deepEqual(kept(answer('/list?page=1'), answer('/list?page=2'), answer('/list?page=3')), [
    '/list?page=1',
    '/list?page=2',
  ]);
});

void test('a number in an address names an object, a word does not', () => {
  assert.equal(kept(answer('/visits/1'), answer('/visits/2'), answer('/visits/3')).length, 2);
  assert.equal(
    kept(answer('/visits/past'), answer('/visits/open'), answer('/visits/all')).length,
    3,
  );
});

void test('what was refused, sent, or no text is not kept, nor what lets in whoever holds it', () => {
  const picture = { 'content-type': 'image/png' };
  assert.deepEqual(
    kept(
      answer('/refused', { status: 403 }),
      answer('/sent', { method: 'POST' }),
      answer('/picture', { headers: picture }),
      answer('/app.js', { headers: { 'content-type': 'text/javascript; charset=utf-8' } }),
      answer('/news', { headers: { 'content-type': 'text/event-stream' } }),
      answer('/style.css', { headers: { 'content-type': 'text/css' } }),
      answer('/file?X-Amz-Signature=1'),
      answer('/file?access_token=1'),
      answer('/file?sig=1'),
      answer('/back?code=1'),
      answer('/home?jsessionid=1'),
    ),
    [],
  );
});

void test('a client asks for a shape as it did there, or as it did at the same server', () => {
  const mine = new AskedAddresses();
  mine.add(answer('/letters/1'), { authorization: 'mine', 'x-page': 'letters' });
  mine.add(answer('/visits'), { authorization: 'mine' });
  const theirs = new AskedAddresses();
  theirs.add(answer('/letters/2'), { authorization: 'theirs', 'x-page': 'letters' });
  theirs.add(answer('/bills/2'), { authorization: 'theirs' });
  const elsewhere = answer('/bills/2', { url: 'http://127.0.0.1:2/bills/2' });
  theirs.add(elsewhere, { authorization: 'theirs' });
  assert.deepEqual(
    theirs.all().map((address) => mine.headersFor(address)),
    [
      { authorization: 'mine', 'x-page': 'letters' },
      { authorization: 'mine', 'x-page': 'letters' },
      {},
    ],
  );
});

void test('a way in is forgotten', () => {
  const addresses = new AskedAddresses();
  addresses.add(answer('/sign-in/back'), {});
  addresses.clear();
  assert.deepEqual(addresses.all(), []);
});
