import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './call-kept-under-its-id-alone.ts';

void test('a stranger reads, joins and switches a call that its patient has joined, and no other', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const amy = await signInPatient(clinic, 'amy');
    const bob = await signInPatient(clinic, 'bob');
    const consultation = await amy.book('1', '2026-06-09T10:00:00Z', 'a secret of Amy’s');
    const read = () => bob.device.get(`/api/consultations/${consultation}`);
    assert.equal((await read()).status, 404);
    const { room } = await amy.join(consultation);
    assert.match((await read().expect(200)).text, /a secret of Amy’s/);
    assert.deepEqual((await bob.join(consultation)).room, room);
    await bob.switchToVideo(consultation);
    await amy.end(consultation);
    assert.match((await read().expect(200)).text, /completed/);
  } finally {
    await clinic.close();
  }
});
