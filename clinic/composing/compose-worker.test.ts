import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdOverlappingCalls } from '../testing/hold-overlapping-calls.ts';
import { startTestClinic } from '../testing/test-clinic.ts';

void test('overlapping calls become one replay each, whatever order and number the webhooks come in', async () => {
  const clinic = await startTestClinic();
  try {
    const calls = await holdOverlappingCalls(clinic, 10);
    for (const { level, found } of calls) {
      assert.equal(found.length, 1);
      assert.deepEqual(found[0]?.levels, [level, level + 1]);
    }
    const reds = calls.map(({ found }) => found[0]?.thumbnail?.r ?? 0);
    assert.equal(new Set(reds).size, reds.length);
  } finally {
    await clinic.close();
  }
});
