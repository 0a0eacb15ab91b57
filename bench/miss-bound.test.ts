import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missBound } from './miss-bound.ts';

test('without a miss the bound is that of the rule of three', () => {
  assert.ok(Math.abs(missBound(300, 0) - (1 - 0.05 ** (1 / 300))) < 1e-9);
  assert.ok(missBound(300, 0) < 0.01);
});

test('the bound lies above the share that was missed, and grows with it', () => {
  // Tabulated: 5 of 100 has an upper 95 % bound, one-sided, of 0.1023.
  assert.ok(Math.abs(missBound(100, 5) - 0.1023) < 0.0005);
});

test('without trials nothing is known', () => {
  assert.equal(missBound(0, 0), 1);
});
