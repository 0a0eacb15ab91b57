import type { RecordingConsent } from '../calls/recording-consent.ts';
import type { Rooms } from '../calls/rooms.ts';
import type { Signalling } from '../calls/signalling.ts';
import type { VideoProvider } from '../calls/video-provider.ts';
import { ClinicError } from '../clinic-error.ts';
import type { ClinicServices, Consent } from '../services.ts';
import type { Clock } from '../time/clock.ts';
import type { Call, ConsultationRepository } from './consultation-repository.ts';

/** Booking a consultation and going through its call. */
export function createConsultationServices(parts: {
  consultations: ConsultationRepository;
  rooms: Rooms;
  videoProvider: VideoProvider;
  recordingConsent: RecordingConsent;
  signalling: Signalling;
  clock: Clock;
}): Pick<
  ClinicServices,
  | 'clinicians'
  | 'book'
  | 'ownConsultations'
  | 'consultation'
  | 'join'
  | 'withdrawConsent'
  | 'liveCall'
  | 'switchMode'
  | 'end'
> {
  const { consultations, rooms, videoProvider, recordingConsent, signalling, clock } = parts;

  async function ownCall(consultationId: string): Promise<Call> {
    const call = await consultations.call(consultationId);
    if (!call) {
      throw new ClinicError('not-found', 404, 'You have no such consultation.');
    }
    return call;
  }

  async function changeConsent(call: Call, consent: Consent): Promise<void> {
    const { id } = call.consultation;
    await consultations.setConsent(id, consent);
    if (call.room) await videoProvider.setRecorded(call.room.sid, recordingConsent(consent));
    signalling.announce(id, { type: 'consent', consent });
  }

  return {
    clinicians: () => consultations.clinicians(),
    async book(patientId, booking) {
      if (new Date(booking.startsAt) < clock.now()) {
        throw new ClinicError(
          'slot-in-the-past',
          422,
          'This time has gone by. Choose a time that is still to come.',
        );
      }
      return await consultations.book(patientId, booking);
    },
    ownConsultations: () => consultations.own(),
    async consultation(_patientId, consultationId) {
      return (await ownCall(consultationId)).consultation;
    },
    async join(patientId, consultationId, said) {
      let call = await ownCall(consultationId);
      if (call.consultation.status === 'completed') {
        throw new ClinicError('consultation-over', 409, 'This consultation has ended.');
      }
      const consent = said ?? call.consultation.consent;
      if (consent !== call.consultation.consent) await changeConsent(call, consent);
      if (!call.room) {
        const clinicianId = Number(call.consultation.clinicianId);
        const opened = await rooms.open(clinicianId, clock.now(), recordingConsent(consent));
        call = (await consultations.enterRoom(consultationId, opened)) ?? call;
        // Two devices may join at the same moment; the room that came second is not needed.
        if (call.room && call.room.sid !== opened.sid) await videoProvider.endRoom(opened.sid);
      }
      if (!call.room) throw new Error('A consultation that was joined has no room.');
      const token = await videoProvider.createToken(call.room.sid, patientId);
      return { room: call.room, token, providerUrl: videoProvider.url, mode: call.mode };
    },
    async withdrawConsent(_patientId, consultationId) {
      const call = await ownCall(consultationId);
      if (call.consultation.consent === 'given') await changeConsent(call, 'withdrawn');
      return {
        consent: call.consultation.consent === 'given' ? 'withdrawn' : call.consultation.consent,
      };
    },
    async liveCall(_patientId, consultationId) {
      const { consultation, mode } = await ownCall(consultationId);
      return { clinicianId: consultation.clinicianId, mode, status: consultation.status };
    },
    async switchMode(_patientId, consultationId, mode) {
      const call = await ownCall(consultationId);
      if (!call.room || call.consultation.status !== 'in-progress') throw notInProgress();
      await videoProvider.switchMode(call.room.sid, mode);
      await consultations.setMode(consultationId, mode);
      signalling.announce(consultationId, { type: 'mode', mode });
      return { mode };
    },
    async end(_patientId, consultationId) {
      const call = await ownCall(consultationId);
      if (!call.room) throw notInProgress();
      await videoProvider.endRoom(call.room.sid);
      await consultations.complete(consultationId);
      signalling.announce(consultationId, { type: 'ended' });
      return { status: 'completed' };
    },
  };
}

function notInProgress(): ClinicError {
  return new ClinicError(
    'not-in-progress',
    409,
    'This consultation is not in progress. Join it first.',
  );
}
