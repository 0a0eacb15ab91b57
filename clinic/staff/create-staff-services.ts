import { createHash, timingSafeEqual } from 'node:crypto';
import type { Signalling } from '../calls/signalling.ts';
import type { UploadSessions } from '../calls/upload-sessions.ts';
import type { VideoProvider } from '../calls/video-provider.ts';
import { ClinicError } from '../clinic-error.ts';
import type { ListedAppointment, StaffServices } from '../staff-services.ts';
import type { Clock } from '../time/clock.ts';
import type { AppointmentInRoom, AppointmentRepository } from './appointment-repository.ts';
import { londonDay } from './london-day.ts';
import type { StaffSessions } from './staff-sessions.ts';

/** What clinicians do: sign in, see their day, and hold their calls. */
export function createStaffServices(parts: {
  staffSessions: StaffSessions;
  /** The one password of all staff; without it nobody can sign in */
  staffPassword: string | undefined;
  appointments: AppointmentRepository;
  uploadSessions: UploadSessions;
  videoProvider: VideoProvider;
  signalling: Signalling;
  clock: Clock;
}): StaffServices {
  const { staffSessions, appointments, uploadSessions, videoProvider, signalling, clock } = parts;

  async function own(clinicianId: string, consultationId: string): Promise<AppointmentInRoom> {
    const found = await appointments.one(clinicianId, consultationId);
    if (found) return found;
    throw new ClinicError('not-found', 404, 'You have no such appointment.');
  }

  function listed({ roomSid: _, ...appointment }: AppointmentInRoom): ListedAppointment {
    return { ...appointment, isPatientThere: signalling.isPatientThere(appointment.id) };
  }

  return {
    async signIn({ email, password }) {
      const clinician = await staffSessions.byEmail(email);
      if (!clinician || !isPassword(password, parts.staffPassword)) {
        throw new ClinicError(
          'wrong-credentials',
          401,
          'The e-mail address or the password is not right. Check both and try again.',
        );
      }
      return { clinician, sessionToken: await staffSessions.open(clinician.id) };
    },
    signOut: (sessionToken) => staffSessions.close(sessionToken),
    async today(clinicianId) {
      const { from, until } = londonDay(clock.now());
      return (await appointments.between(clinicianId, from, until)).map(listed);
    },
    appointment: async (clinicianId, consultationId) =>
      listed(await own(clinicianId, consultationId)),
    openRecording: (clinicianId, consultationId, mode) =>
      uploadSessions.open(clinicianId, consultationId, mode),
    async switchMode(clinicianId, consultationId, mode) {
      const { roomSid, status } = await own(clinicianId, consultationId);
      if (roomSid === null || status !== 'in-progress') throw notInProgress();
      await videoProvider.switchMode(roomSid, mode);
      await appointments.setMode(clinicianId, consultationId, mode);
      signalling.announce(consultationId, { type: 'mode', mode });
      return { mode };
    },
    async end(clinicianId, consultationId) {
      const { roomSid } = await own(clinicianId, consultationId);
      if (roomSid === null) throw notInProgress();
      await videoProvider.endRoom(roomSid);
      await appointments.complete(clinicianId, consultationId);
      signalling.announce(consultationId, { type: 'ended' });
      return { status: 'completed' };
    },
  };
}

function isPassword(given: string, expected: string | undefined): boolean {
  if (expected === undefined) return false;
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function notInProgress(): ClinicError {
  return new ClinicError(
    'not-in-progress',
    409,
    'The patient has not joined this consultation yet. Wait until they are there.',
  );
}
