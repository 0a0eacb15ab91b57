import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { holdOverlappingLiveCalls } from '../testing/hold-overlapping-live-calls.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import fault from './late-upload-attached-to-the-clinicians-open-call.ts';

void test('the end of a call goes to the next patient, who is still in theirs', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const { earlier, later } = await holdOverlappingLiveCalls(clinic);
    await clinic.composed(2);
    const { replays } = await earlier.replays();
    const own = await contentOfReplay(earlier, replays[0]?.id ?? '');
    assert.deepEqual(own?.levels, [100]);
    const shown = await later.replays();
    const content = await contentOfReplay(later, shown.replays[0]?.id ?? '');
    assert.ok(content?.levels.includes(101));
  } finally {
    await clinic.close();
  }
});
