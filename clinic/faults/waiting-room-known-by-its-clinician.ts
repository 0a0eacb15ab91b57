import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'waiting-room-known-by-its-clinician',
  title: 'A clinician has one waiting room, and whoever comes in takes the patient’s place',
  mechanism:
    'Who is in which live call is kept by the clinician instead of the consultation. While one call runs, the next ' +
    'patient comes early: they take the place of the one before, are connected to the page that shows and records ' +
    'that consultation, and are recorded into it.',
  seam: 'signalling',
  mustBreak: ['every-own-replay-is-visible'],
  mayBreak: [
    'every-replay-belongs-to-its-viewer',
    'one-recording-holds-one-consultation',
    'the-content-is-what-the-title-claims',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'nothing-is-recorded-without-consent',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference:
    'Doctors’ personal meeting rooms that let the next patient in during a consultation are a known mishap of 2020.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    signalling: () => {
      const inner = seams.signalling();
      const roomOf = new Map<string, string>();
      return {
        enter(place, line) {
          roomOf.set(place.consultationId, place.clinicianId);
          return inner.enter({ ...place, consultationId: place.clinicianId }, line);
        },
        announce: (consultationId, announcement) =>
          inner.announce(roomOf.get(consultationId) ?? consultationId, announcement),
        isPatientThere: (consultationId) =>
          inner.isPatientThere(roomOf.get(consultationId) ?? consultationId),
      };
    },
  }),
};

export default fault;
