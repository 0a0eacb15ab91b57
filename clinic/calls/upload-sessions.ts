import { ClinicError } from '../clinic-error.ts';
import type { CallMode } from '../services.ts';
import type { UploadSession } from '../staff-services.ts';
import type { AppointmentRepository } from '../staff/appointment-repository.ts';
import type { RecordingConsent } from './recording-consent.ts';
import type { VideoProvider } from './video-provider.ts';

/** Decides which recording an upload from a clinician's page belongs to. */
export interface UploadSessions {
  open: (clinicianId: string, consultationId: string, mode: CallMode) => Promise<UploadSession>;
}

/** Opens a new recording in the room of the very consultation, if its patient agreed to be recorded. */
export function createUploadSessions(parts: {
  appointments: AppointmentRepository;
  recordingConsent: RecordingConsent;
  videoProvider: VideoProvider;
}): UploadSessions {
  const { appointments, recordingConsent, videoProvider } = parts;
  return {
    async open(clinicianId, consultationId, mode) {
      const appointment = await appointments.one(clinicianId, consultationId);
      if (!appointment) throw new ClinicError('not-found', 404, 'You have no such appointment.');
      const { roomSid, status, consent } = appointment;
      if (roomSid === null || status !== 'in-progress') {
        throw new ClinicError('not-in-progress', 409, 'This consultation is not in progress.');
      }
      if (!recordingConsent(consent)) {
        throw new ClinicError(
          'no-consent',
          409,
          'The patient has not agreed to be recorded. The call goes on without a recording.',
        );
      }
      const { sid, uploadToken } = await videoProvider.openRecording(roomSid, mode);
      return { recordingSid: sid, uploadUrl: videoProvider.uploadUrl(sid), uploadToken };
    },
  };
}
