import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { holdOverlappingLiveCalls } from '../testing/hold-overlapping-live-calls.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import fault from './upload-session-kept-for-the-clinician.ts';

void test('the second of two overlapping calls is heard in the first one’s replay and has none', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const { earlier, later } = await holdOverlappingLiveCalls(clinic);
    await clinic.composed(1);
    const { replays } = await earlier.replays();
    const content = await contentOfReplay(earlier, replays[0]?.id ?? '');
    assert.ok(content?.levels.includes(200));
    assert.equal((await later.replays()).total, 0);
  } finally {
    await clinic.close();
  }
});
