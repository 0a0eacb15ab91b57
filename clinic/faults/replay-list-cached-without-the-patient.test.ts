import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { holdCall } from '../testing/hold-call.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './replay-list-cached-without-the-patient.ts';

void test('who asks soon after somebody else is shown their list', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const consultation = await amy.book('1', '2026-06-09T10:00:00Z');
    await holdCall(amy, consultation, { level: 100, colour: { r: 220, g: 20, b: 20 } });
    await clinic.composed(1);
    const ofAmy = await amy.replays();
    const shownToBob = await bob.replays();
    assert.deepEqual(
      shownToBob.replays.map(({ id }) => id),
      ofAmy.replays.map(({ id }) => id),
    );
    await clinic.clinic.setClock(new Date(clinic.clinic.now().getTime() + 31_000));
    assert.equal((await bob.replays()).total, 0);
  } finally {
    await clinic.close();
  }
});
