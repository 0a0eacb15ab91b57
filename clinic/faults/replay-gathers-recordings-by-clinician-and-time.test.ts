import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { holdOverlappingLiveCalls } from '../testing/hold-overlapping-live-calls.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import fault from './replay-gathers-recordings-by-clinician-and-time.ts';

void test('a replay also holds the call that the clinician had beside it', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const { later } = await holdOverlappingLiveCalls(clinic);
    await clinic.composed(2);
    const { replays } = await later.replays();
    const content = await contentOfReplay(later, replays[0]?.id ?? '');
    assert.deepEqual(content?.levels, [200, 101, 201]);
  } finally {
    await clinic.close();
  }
});
