import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ClinicServices } from '../services.ts';
import { parseInput } from './parse-input.ts';
import { sessionCookie, setSession, signedIn } from './signed-in.ts';

const name = z.string().trim().min(1).max(100);

const registration = z.object({
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/u, 'write it like name@example.org'),
  password: z.string().min(8, 'use at least 8 characters').max(200),
  givenName: name,
  familyName: name,
  birthDate: z.iso.date('write it like 1980-12-31'),
  phone: z.string().trim().min(3).max(40),
  membershipNumber: z.string().trim().min(1).max(40),
});

const credentials = z.object({ email: z.string().max(254), password: z.string().max(200) });

/** Registering, signing in and out, and who one is. */
export function accountRoutes(app: FastifyInstance, services: ClinicServices): void {
  app.post('/api/register', async (request, reply) => {
    const patient = await services.register(parseInput(registration, request.body));
    return await reply.status(201).send({ patient });
  });

  app.post('/api/session', async (request, reply) => {
    const { patient, sessionToken } = await services.signIn(parseInput(credentials, request.body));
    setSession(reply, sessionToken);
    return { patient };
  });

  app.delete('/api/session', async (request, reply) => {
    const token = request.cookies[sessionCookie.name];
    if (token !== undefined) await services.signOut(token);
    return await reply.clearCookie(sessionCookie.name, sessionCookie.options).status(204).send();
  });

  app.get('/api/me', (request) => ({ patient: signedIn(request) }));
}
