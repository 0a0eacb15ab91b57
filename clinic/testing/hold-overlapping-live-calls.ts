import { makeRecording } from './make-recording.ts';
import type { TestClinic } from './test-clinic.ts';
import { signInClinician } from './test-clinician.ts';
import { signInPatient } from './test-patient.ts';
import type { TestPatient } from './test-patient.ts';

/** Two live calls of one clinician that overlap: both have begun before either switches to video. */
export interface OverlappingLiveCalls {
  /** Their sound has the level 100, and 101 after the switch */
  earlier: TestPatient;
  /** 200, and 201 after the switch */
  later: TestPatient;
}

/** Holds the calls and ends the earlier one first; the last uploads follow after the ends. */
export async function holdOverlappingLiveCalls(clinic: TestClinic): Promise<OverlappingLiveCalls> {
  const clinician = await signInClinician(clinic, 'amara.okafor@clinic.example');
  const people = [];
  for (const [index, name] of ['earlier', 'later'].entries()) {
    const patient = await signInPatient(clinic, name);
    const id = await patient.book('1', `2026-06-09T10:${index}0:00Z`);
    // Over the API alone, as the page does: no device of the patient is in the provider's room.
    const join = patient.device.post(`/api/consultations/${id}/join`);
    await join.send({ consent: 'given' }).expect(200);
    people.push({ patient, id, level: 100 * (index + 1) });
  }
  for (const mode of ['audio', 'video'] as const) {
    const recordings = [];
    for (const { id, level } of people) {
      const recording = await clinician.openRecording(id, mode);
      const picture = { level: level + 1, colour: { r: level, g: 20, b: 20 } };
      const content = mode === 'audio' ? { level } : picture;
      await recording.upload(await makeRecording({ seconds: 0.25, ...content }));
      recordings.push(recording);
    }
    if (mode === 'video') for (const { id } of people.slice(0, 1)) await clinician.end(id);
    for (const recording of recordings) await recording.complete();
  }
  // The later call goes on until the clinic has dealt with all that the provider told of the earlier one.
  const { thirdParties, application } = clinic;
  await thirdParties.releaseWebhooks(application, { order: 'as-sent', copies: 1 });
  while ((await clinic.clinic.pendingJobs()) > 0);
  for (const { id } of people.slice(1)) await clinician.end(id);
  const [earlier, later] = people.map(({ patient }) => patient);
  if (!earlier || !later) throw new Error('Two calls are needed to overlap.');
  return { earlier, later };
}
