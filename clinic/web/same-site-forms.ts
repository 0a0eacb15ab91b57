import type { FastifyRequest } from 'fastify';
import { ClinicError } from '../clinic-error.ts';

/** Refuses a form that a browser says was sent from another site or another port of this host. */
export async function sameSiteForms(request: FastifyRequest): Promise<void> {
  const from = request.headers['sec-fetch-site'];
  if (request.method === 'GET' || request.method === 'HEAD' || from === undefined) return;
  if (from === 'same-origin' || from === 'none') return;
  throw new ClinicError('foreign-form', 403, 'Send this form from the clinic’s own page.');
}
