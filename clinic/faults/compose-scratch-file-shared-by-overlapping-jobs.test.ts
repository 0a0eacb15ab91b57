import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { holdOverlappingCalls } from '../testing/hold-overlapping-calls.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import fault from './compose-scratch-file-shared-by-overlapping-jobs.ts';

void test('with shared scratch files, replays of overlapping calls do not hold what was said in them', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const calls = await holdOverlappingCalls(clinic, 10);
    const own = calls.map(({ level }) => [level, level + 1]);
    const found = calls.map(({ found: [replay] }) => replay?.levels ?? []);
    assert.notDeepEqual(found, own);
  } finally {
    await clinic.close();
  }
});
