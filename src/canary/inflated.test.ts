import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { findCanaries } from './find-canaries.ts';
import { mintCanary } from './full-canary.ts';
import { inflated } from './inflated.ts';

const key = Buffer.alloc(32, 3);
const canary = mintCanary(key, {
  run: 'run',
  patient: 7,
  consultation: 1,
  take: 0,
  kind: 'reason',
});

for (const [name, compress] of [
  ['gzip', gzipSync],
  ['zlib', deflateSync],
] as const)
  test(`a canary is found in the base64 of ${name}`, () => {
    const written = compress(`{"reason":"${canary}"}`).toString('base64');
    const found = findCanaries(key, 'run', JSON.stringify({ state: written }));
    assert.deepEqual(
      found.map((one) => one.integrity === 'authentic' && one.patient),
      [7],
    );
  });

test('what is not compressed, is damaged, or grows without end is left as it is', () => {
  assert.equal(inflated(Buffer.from('plain words')), undefined);
  assert.equal(inflated(Buffer.from([0x1f, 0x8b, 1, 2, 3])), undefined);
  assert.equal(inflated(gzipSync(Buffer.alloc(64 * 1024 * 1024))), undefined);
});
