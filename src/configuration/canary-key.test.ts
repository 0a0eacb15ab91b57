import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { canaryKey } from './canary-key.ts';
import { UsageError } from './usage-error.ts';

const directory = await mkdtemp(join(tmpdir(), 'keys-'));
const path = join(directory, '.cache/in-confidence/canary-key');
after(() => rm(directory, { recursive: true }));

test('made once, kept for its owner alone, and read again', async () => {
  const made = canaryKey({}, directory);
  assert.equal(made.length, 32);
  assert.deepEqual(canaryKey({}, directory), made);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.equal(Buffer.from(made).toString('hex'), await readFile(path, 'utf8'));
});

test('two directories have two keys', async () => {
  const other = await mkdtemp(join(directory, 'other-'));
  assert.notDeepEqual(canaryKey({}, other), canaryKey({}, directory));
});

test('the environment’s goes before the file', () => {
  const given = canaryKey({ IN_CONFIDENCE_KEY: `${'0aF'.repeat(21)}1\n` }, directory);
  assert.equal(Buffer.from(given).toString('hex'), `${'0af'.repeat(21)}1`);
});

for (const text of ['', 'abc', 'g'.repeat(64), 'a'.repeat(63), 'a'.repeat(66)])
  test(`refused with a remedy: "${text.slice(0, 5)}", ${text.length} long`, () => {
    assert.throws(
      () => canaryKey({ IN_CONFIDENCE_KEY: text }, directory),
      (error: unknown) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, /IN_CONFIDENCE_KEY is not a key of 64 hexadecimal digits/);
        assert.match(error.message, /openssl rand -hex 32/);
        assert.ok(text.length < 10 || !error.message.includes(text), 'and does not print it');
        return true;
      },
    );
  });

test('a kept key that was damaged is refused, and named', async () => {
  const damaged = await mkdtemp(join(directory, 'damaged-'));
  canaryKey({}, damaged);
  await writeFile(join(damaged, '.cache/in-confidence/canary-key'), 'short');
  assert.throws(() => canaryKey({}, damaged), /canary-key is not a key of 64/);
});
