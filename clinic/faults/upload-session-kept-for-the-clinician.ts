import type { Seams } from '../seams.ts';
import type { UploadSession } from '../staff-services.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'upload-session-kept-for-the-clinician',
  title: 'A clinician’s upload session is used again for their next call',
  mechanism:
    'Opening a session at the provider takes time at the very moment when a call begins, so it is kept and handed out ' +
    'again: by clinician and mode, without the consultation. A second call of the clinician uploads its chunks under ' +
    'the first one’s recording, where each replaces the chunk of the same number; its own recording is never made.',
  seam: 'uploadSessions',
  mustBreak: ['every-own-replay-is-visible'],
  mayBreak: [
    'every-replay-belongs-to-its-viewer',
    'the-content-is-what-the-title-claims',
    'one-recording-holds-one-consultation',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'nothing-is-recorded-without-consent',
    'an-interrupted-call-stays-with-its-consultation',
  ],
  reference: 'A hypothesis; pooled upload tickets that outlive what they were made for.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    uploadSessions: (parts) => {
      const inner = seams.uploadSessions(parts);
      const kept = new Map<string, UploadSession>();
      return {
        async open(clinicianId, consultationId, mode) {
          const key = `${clinicianId}:${mode}`;
          const session = kept.get(key) ?? (await inner.open(clinicianId, consultationId, mode));
          kept.set(key, session);
          return session;
        },
      };
    },
  }),
};

export default fault;
