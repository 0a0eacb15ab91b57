import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { contentOfReplay } from '../testing/content-of-replay.ts';
import { holdCall } from '../testing/hold-call.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './sound-kept-under-its-part-number.ts';

void test('the second replay has its own picture and the sound of the first', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const ofAmy = await amy.book('1', '2026-06-09T10:00:00Z');
    const ofBob = await bob.book('2', '2026-06-09T10:00:00Z');
    await holdCall(amy, ofAmy, { level: 100, colour: { r: 220, g: 20, b: 20 } });
    await clinic.composed(1);
    await holdCall(bob, ofBob, { level: 200, colour: { r: 20, g: 20, b: 220 } });
    await clinic.composed(2);
    const { replays } = await bob.replays();
    const content = await contentOfReplay(bob, replays[0]?.id ?? '');
    assert.deepEqual(content?.levels, [200, 101]);
    assert.ok((content.thumbnail?.b ?? 0) > 180);
  } finally {
    await clinic.close();
  }
});
