import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClinicError } from '../clinic-error.ts';
import type { Patient, SessionCookie } from '../services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, looked up before any handler runs. */
    patient: Patient | null;
  }
}

export const sessionCookie: SessionCookie = {
  name: 'clinic_session',
  options: { httpOnly: true, sameSite: 'lax', path: '/' },
};

/** The signed-in patient, or a refusal. */
export function signedIn(request: FastifyRequest): Patient {
  if (request.patient) return request.patient;
  throw new ClinicError('signed-out', 401, 'Please sign in first.');
}

/** Gives the device the cookie of a new session. */
export function setSession(reply: FastifyReply, sessionToken: string): void {
  reply.setCookie(sessionCookie.name, sessionToken, sessionCookie.options);
}
