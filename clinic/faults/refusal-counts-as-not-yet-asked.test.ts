import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { makeRecording } from '../testing/make-recording.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './refusal-counts-as-not-yet-asked.ts';

void test('a patient who refused finds a replay', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const id = await amy.book('1', '2026-06-09T10:00:00Z');
    const joined = await amy.join(id, 'refused');
    await joined.publish(await makeRecording({ seconds: 0.25, level: 1 }));
    await amy.end(id);
    await clinic.composed(1);
    assert.equal((await amy.replays()).total, 1);
  } finally {
    await clinic.close();
  }
});
