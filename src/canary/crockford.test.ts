import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crockfordLength, decodeCrockford, encodeCrockford } from './crockford.ts';

test('bytes come back from base32 in either case', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = encodeCrockford(bytes);
      assert.equal(text.length, crockfordLength(bytes.length));
      assert.deepEqual(decodeCrockford(text), bytes);
      assert.deepEqual(decodeCrockford(text.toUpperCase()), bytes);
    }),
  );
});

test('letters outside the alphabet and spare bits are refused', () => {
  assert.equal(decodeCrockford('i0'), undefined);
  assert.equal(decodeCrockford('u0'), undefined);
  assert.equal(decodeCrockford('01'), undefined);
  assert.deepEqual(decodeCrockford('00'), Uint8Array.of(0));
});
