import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'consent-kept-for-the-clinician',
  title: 'One patient’s consent counts for the clinician’s later patients',
  mechanism:
    'Once a clinician was allowed to record, the answer is kept for the day so that a reconnect need not wait for it. ' +
    'It is kept for the clinician. For everybody they see afterwards, recording is turned on at the provider whatever ' +
    'the patient said, and whatever they say later.',
  seam: 'uploadSessions',
  mustBreak: ['nothing-is-recorded-without-consent'],
  mayBreak: ['no-replay-without-a-consultation-of-ones-own', 'every-own-replay-is-visible'],
  reference:
    'A hypothesis; an answer cached under the one who asked instead of the one who gave it.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    uploadSessions: (parts) => {
      const inner = seams.uploadSessions(parts);
      const allowed = new Set<string>();
      return {
        async open(clinicianId, consultationId, mode) {
          const appointment = await parts.appointments.one(clinicianId, consultationId);
          const roomSid = appointment?.roomSid ?? null;
          if (!allowed.has(clinicianId) || roomSid === null) {
            const session = await inner.open(clinicianId, consultationId, mode);
            allowed.add(clinicianId);
            return session;
          }
          await parts.videoProvider.setRecorded(roomSid, true);
          const { sid, uploadToken } = await parts.videoProvider.openRecording(roomSid, mode);
          return { recordingSid: sid, uploadUrl: parts.videoProvider.uploadUrl(sid), uploadToken };
        },
      };
    },
  }),
};

export default fault;
