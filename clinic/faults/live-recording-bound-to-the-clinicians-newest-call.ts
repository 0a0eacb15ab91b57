import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const aDayMs = 24 * 60 * 60_000;

const fault: Fault = {
  id: 'live-recording-bound-to-the-clinicians-newest-call',
  title:
    'The recording after the switch to video is opened in the call that the clinician took last',
  mechanism:
    'The first recording of a live call is opened for its consultation. The one after the switch was written for a ' +
    'clinician who has one call at a time: it asks for the clinician’s call in progress and takes the latest. Whoever ' +
    'overruns while the next patient has joined records the rest into the next patient’s room.',
  seam: 'uploadSessions',
  mustBreak: ['every-replay-belongs-to-its-viewer', 'every-own-replay-is-visible'],
  mayBreak: [
    'the-content-is-what-the-title-claims',
    'one-recording-holds-one-consultation',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'nothing-is-recorded-without-consent',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference: 'A hypothesis about 9 June 2020, for a product whose calls are recorded in the page.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    uploadSessions: (parts) => {
      const inner = seams.uploadSessions(parts);
      return {
        async open(clinicianId, consultationId, mode) {
          if (mode === 'audio') return await inner.open(clinicianId, consultationId, mode);
          const asked = await parts.appointments.one(clinicianId, consultationId);
          const from = new Date(asked?.startsAt ?? 0);
          const until = new Date(from.getTime() + aDayMs);
          const around = await parts.appointments.between(clinicianId, from, until);
          const newest = around.findLast(
            ({ status, consent }) => status === 'in-progress' && parts.recordingConsent(consent),
          );
          return await inner.open(clinicianId, newest?.id ?? consultationId, mode);
        },
      };
    },
  }),
};

export default fault;
