import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { holdCall } from '../testing/hold-call.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './media-link-not-bound-to-its-viewer.ts';

void test('another signed-in patient follows the link until it expires', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const consultation = await amy.book('1', '2026-06-09T10:00:00Z');
    await holdCall(amy, consultation, { level: 100, colour: { r: 220, g: 20, b: 20 } });
    await clinic.composed(1);
    const { replays } = await amy.replays();
    const { mediaUrl } = await amy.replay(replays[0]?.id ?? '');
    assert.ok(mediaUrl);
    await bob.device.get(mediaUrl).expect(200);
    await clinic.clinic.setClock(new Date(clinic.clinic.now().getTime() + 11 * 60_000));
    await bob.device.get(mediaUrl).expect(403);
  } finally {
    await clinic.close();
  }
});
