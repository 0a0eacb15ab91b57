import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuSecondsOfTree } from './cpu-seconds-of-tree.ts';

/** Two hundredths of a second, in which Linux counts. */
const rounding = 0.02;
const skip = process.platform === 'linux' ? false : 'Only Linux says what processes cost.';

test('a process and its descendants cost at least what the process says it did', { skip }, () => {
  const { user, system } = process.cpuUsage();
  assert.ok(cpuSecondsOfTree(process.pid) >= (user + system) / 1_000_000 - rounding);
});

test('a process that is not there costs nothing', { skip }, () => {
  assert.equal(cpuSecondsOfTree(2 ** 30), 0);
});
