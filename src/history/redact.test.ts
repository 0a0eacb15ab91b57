import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact } from './redact.ts';

const key = Buffer.alloc(32, 1);
const hidden = /\[secret [0-9a-f]{12}\]/;

const secrets: readonly (readonly [text: string, secret: string])[] = [
  ['GET /media/1?expires=9&signature=c2VjcmV0', 'c2VjcmV0'],
  ['https://x.example/a?sig=abc123&b=1', 'abc123'],
  ['password=Aa1-xyz', 'Aa1-xyz'],
  ['?X-Amz-Signature=f00d', 'f00d'],
  ['&token=t0k3n;', 't0k3n'],
  ['authorization: Bearer abcdef0123456789', 'abcdef0123456789'],
  ['it said eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl', 'eyJzdWIiOiIx'],
];
for (const [text, secret] of secrets)
  test(`a secret is gone from: ${text}`, () => {
    const asked = text.startsWith('password') ? ` ${text}` : text;
    const redacted = redact(key, asked);
    assert.ok(!redacted.includes(secret), redacted);
    assert.match(redacted, hidden);
  });

test('equal secrets stay equal, others differ, and another key hides them otherwise', () => {
  const of = (secret: string, by = key) => redact(by, `?token=${secret}`);
  assert.equal(of('one'), of('one'));
  assert.notEqual(of('one'), of('two'));
  assert.notEqual(of('one'), of('one', Buffer.alloc(32, 2)));
});

const kept: readonly string[] = [
  'icanary1abcdefgh0123456789icanend',
  '{"item":"0f8b216d-841e-4a3e-ab54-98548e7eff2b","claim":{"title":"Dr Token, the key person"}}',
  '/api/replays?cursor=10',
  'Bearer of bad news',
];
for (const text of kept)
  test(`nothing is hidden in: ${text}`, () => {
    assert.equal(redact(key, text), text);
  });
