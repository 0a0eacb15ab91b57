import type { FastifyRequest } from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import type { SessionCookie } from '../services.ts';
import type { StaffMember } from '../staff-services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Which clinician is signed in, looked up before any handler runs. */
    clinician: StaffMember | null;
  }
}

/** Apart from the patients' cookie, so that a clinician who is somebody's patient can be both in one browser. */
export const staffCookie: SessionCookie = {
  name: 'clinic_staff_session',
  options: { httpOnly: true, sameSite: 'lax', path: '/' },
};

/** The signed-in clinician, or a refusal. */
export function signedInStaff(request: FastifyRequest): StaffMember {
  if (request.clinician) return request.clinician;
  throw new ClinicError('signed-out', 401, 'Please sign in first.');
}
