import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFor } from './participant.ts';

const key = Buffer.alloc(32, 3);

test('a password is of one run, one patient and one key, and nothing of them shows in it', () => {
  const password = passwordFor(key, 'run', 1);
  assert.equal(passwordFor(key, 'run', 1), password);
  assert.notEqual(passwordFor(key, 'run', 2), password);
  assert.notEqual(passwordFor(key, 'another', 1), password);
  assert.notEqual(passwordFor(Buffer.alloc(32), 'run', 1), password);
});
