import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { startTestClinic } from '../testing/test-clinic.ts';
import { signInClinician } from '../testing/test-clinician.ts';
import { signInPatient } from '../testing/test-patient.ts';
import fault from './consent-kept-for-the-clinician.ts';

void test('who refuses is recorded by a clinician whose patient before agreed', async () => {
  const clinic = await startTestClinic(fault.apply(defaultSeams));
  try {
    const clinician = await signInClinician(clinic, 'amara.okafor@clinic.example');
    for (const [index, consent] of (['refused', 'given', 'refused'] as const).entries()) {
      const patient = await signInPatient(clinic, `patient-${index}`);
      const id = await patient.book('1', `2026-06-09T10:${index}0:00Z`);
      const join = patient.device.post(`/api/consultations/${id}/join`);
      await join.send({ consent }).expect(200);
      const path = `/api/staff/consultations/${id}/recordings`;
      const status = index === 0 ? 409 : 201;
      await clinician.device.post(path).send({ mode: 'audio' }).expect(status);
    }
  } finally {
    await clinic.close();
  }
});
