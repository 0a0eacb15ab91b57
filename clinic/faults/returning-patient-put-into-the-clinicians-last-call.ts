import type { CallPlace } from '../calls/signalling.ts';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'returning-patient-put-into-the-clinicians-last-call',
  title:
    'A patient whose connection broke comes back into the call that the clinician started last',
  mechanism:
    'A device that returns from a dead spot is to be back at once, so its place is not looked up by the consultation ' +
    'but by the clinician, who is where they started a call last. When they have two calls at once, a patient of the ' +
    'first one comes back into the second, takes its patient’s place and is recorded there.',
  seam: 'signalling',
  mustBreak: ['an-interrupted-call-stays-with-its-consultation'],
  mayBreak: [
    'every-replay-belongs-to-its-viewer',
    'every-own-replay-is-visible',
    'one-recording-holds-one-consultation',
    'the-content-is-what-the-title-claims',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
    'picture-and-sound-belong-to-the-same-consultation',
    'nothing-is-recorded-without-consent',
  ],
  reference:
    'A hypothesis; a reconnect that trusts the state of the moment instead of the session that broke.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    signalling: () => {
      const inner = seams.signalling();
      const known = new Set<string>();
      const lastCallOf = new Map<string, string>();
      function placeOf(place: CallPlace): string {
        const { consultationId, clinicianId, role } = place;
        if (role === 'clinician') {
          // The page comes back by itself too; only a call that is new is one that was started.
          if (!known.has(`${role}:${consultationId}`)) lastCallOf.set(clinicianId, consultationId);
        } else if (known.has(`${role}:${consultationId}`)) {
          return lastCallOf.get(clinicianId) ?? consultationId;
        }
        known.add(`${role}:${consultationId}`);
        return consultationId;
      }
      return {
        ...inner,
        enter: (place, line) => inner.enter({ ...place, consultationId: placeOf(place) }, line),
      };
    },
  }),
};

export default fault;
