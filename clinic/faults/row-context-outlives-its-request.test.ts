import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { holdCall } from '../testing/hold-call.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './row-context-outlives-its-request.ts';

void test('a connection on which one patient ended a call goes on reading their replays for others', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const people = [amy, bob];
    for (const [index, patient] of people.entries()) {
      await patient.replays();
      const consultation = await patient.book(String(index + 1), '2026-06-09T10:00:00Z');
      await holdCall(patient, consultation, { level: 100, colour: { r: 220, g: 20, b: 20 } });
    }
    await clinic.composed(people.length);
    // One after the other, they are answered on the same connection, on which Bob ended his call last.
    const ofBob = await bob.replays();
    assert.equal(ofBob.total, 1);
    const shownToAmy = await amy.replays();
    assert.equal(shownToAmy.replays[0]?.id, ofBob.replays[0]?.id);
  } finally {
    await clinic.close();
  }
});
