import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMocks } from './mocks-process.ts';

void test('the mocks start on loopback and stop', async () => {
  const mocks = await startMocks();
  assert.equal(new URL(mocks.ready.url).hostname, '127.0.0.1');
  await mocks.stop();
  await mocks.exited;
  await assert.rejects(fetch(mocks.ready.url), TypeError);
});
