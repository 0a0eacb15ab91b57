import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';
import type { ClinicServices } from '../services.ts';
import { parseInput } from './parse-input.ts';
import { signedIn } from './signed-in.ts';

const booking = z.object({
  clinicianId: z.string().regex(/^[1-9][0-9]{0,5}$/u, 'choose a clinician from the list'),
  startsAt: z.iso
    .datetime({ offset: true })
    .refine((instant) => new Date(instant).getTime() % 60_000 === 0, 'choose a whole minute'),
  reason: z.string().trim().min(1).max(2_000),
});

const newMode = z.object({ mode: z.enum(['audio', 'video']) });
const joining = z.object({ consent: z.enum(['given', 'refused']).optional() });

/** Booking consultations and going through their calls. */
export function consultationRoutes(app: FastifyInstance, services: ClinicServices): void {
  app.get('/api/clinicians', async () => ({ clinicians: await services.clinicians() }));

  app.post('/api/consultations', async (request, reply) => {
    const consultation = await services.book(
      signedIn(request).id,
      parseInput(booking, request.body),
    );
    return await reply.status(201).send({ consultation });
  });

  app.get('/api/consultations', async (request) => ({
    consultations: await services.ownConsultations(signedIn(request).id),
  }));

  app.get('/api/consultations/:id', async (request) => ({
    consultation: await services.consultation(signedIn(request).id, idOf(request.params)),
  }));

  app.post('/api/consultations/:id/join', (request) =>
    services.join(
      signedIn(request).id,
      idOf(request.params),
      parseInput(joining, request.body ?? {}).consent,
    ),
  );

  app.post('/api/consultations/:id/withdraw-consent', (request) =>
    services.withdrawConsent(signedIn(request).id, idOf(request.params)),
  );

  app.post('/api/consultations/:id/switch', (request) =>
    services.switchMode(
      signedIn(request).id,
      idOf(request.params),
      parseInput(newMode, request.body).mode,
    ),
  );

  app.post('/api/consultations/:id/end', (request) =>
    services.end(signedIn(request).id, idOf(request.params)),
  );
}

const path = z.object({ id: z.uuid() });

/** An id that cannot exist is answered like one that does not. */
function idOf(params: unknown): string {
  const parsed = path.safeParse(params);
  if (parsed.success) return parsed.data.id;
  throw new ClinicError('not-found', 404, 'You have no such consultation.');
}
