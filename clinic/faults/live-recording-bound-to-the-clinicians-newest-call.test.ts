import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { holdOverlappingLiveCalls } from '../testing/hold-overlapping-live-calls.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import fault from './live-recording-bound-to-the-clinicians-newest-call.ts';

void test('what the overrunning patient shows goes into the next patient’s replay', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const { earlier, later } = await holdOverlappingLiveCalls(clinic);
    await clinic.composed(2);
    const contents = await Promise.all(
      [earlier, later].map(async (patient) => {
        const { replays } = await patient.replays();
        return (await contentOfReplay(patient, replays[0]?.id ?? ''))?.levels;
      }),
    );
    assert.deepEqual(contents, [[100], [200, 101, 201]]);
  } finally {
    await clinic.close();
  }
});
