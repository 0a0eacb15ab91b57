import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact } from '../history/redact.ts';
import { secret } from './secret.ts';

const key = new Uint8Array(32);

test('a secret is taken from the environment', () => {
  assert.equal(secret('STAGING_TOKEN', { STAGING_TOKEN: 'open sesame' }), 'open sesame');
});

test('a secret is what its command prints', () => {
  assert.equal(
    secret('STAGING_TOKEN', { STAGING_TOKEN_COMMAND: 'echo "from a vault"' }),
    'from a vault',
  );
});

test('a secret that is nowhere, or empty, is asked for by name', () => {
  for (const environment of [{}, { STAGING_TOKEN: '' }, { STAGING_TOKEN_COMMAND: 'true' }])
    assert.throws(
      () => secret('STAGING_TOKEN', environment),
      /Set STAGING_TOKEN, or set STAGING_TOKEN_COMMAND/,
    );
});

test('a command that fails is named, and what it printed is not told', () => {
  assert.throws(
    () => secret('STAGING_TOKEN', { STAGING_TOKEN_COMMAND: 'echo half-a-secret; exit 3' }),
    (error: Error) =>
      /STAGING_TOKEN_COMMAND failed/.test(error.message) &&
      !/half/.test(error.message) &&
      error.cause === undefined,
  );
});

test('no history shows a secret, as it is or in an address', () => {
  secret('STAGING_TOKEN', { STAGING_TOKEN: 'a b/c&secret' });
  const text = redact(key, 'GET /?t=a%20b%2Fc%26secret answered "a b/c&secret is wrong"');
  assert.match(text, /^GET \/\?t=(\[secret \w{12}\]) answered "\1 is wrong"$/);
});

test('a word that is too short for a secret hides nothing', () => {
  secret('PIN', { PIN: 'GET' });
  assert.equal(redact(key, 'GET /'), 'GET /');
});
