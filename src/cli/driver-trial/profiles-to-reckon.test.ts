import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profilesToReckon } from './profiles-to-reckon.ts';

test('every profile but the one that was tried is reckoned', () => {
  const others = ['trial', 'smoke', 'live-trial', 'live', 'merge', 'release'];
  assert.deepEqual(profilesToReckon('pair', true), others);
});

test('where no call is live, the profiles of live calls alone are left out', () => {
  const others = ['trial', 'smoke', 'merge', 'release'];
  assert.deepEqual(profilesToReckon('pair', false), others);
});
