import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';
import type { StaffServices } from '../staff-services.ts';
import { parseInput } from './parse-input.ts';
import { signedInStaff } from './signed-in-staff.ts';

const modeOfCall = z.object({ mode: z.enum(['audio', 'video']) });
const path = z.object({ id: z.uuid() });

/** What a clinician's page asks for while a call runs, and who is signed in as staff. */
export function staffRoutes(app: FastifyInstance, services: StaffServices): void {
  app.get('/api/staff/me', (request) => ({ clinician: signedInStaff(request) }));

  app.post('/api/staff/consultations/:id/recordings', async (request, reply) => {
    const session = await services.openRecording(
      signedInStaff(request).id,
      idOf(request.params),
      parseInput(modeOfCall, request.body).mode,
    );
    return await reply.status(201).send(session);
  });

  app.post('/api/staff/consultations/:id/switch', (request) =>
    services.switchMode(
      signedInStaff(request).id,
      idOf(request.params),
      parseInput(modeOfCall, request.body).mode,
    ),
  );

  app.post('/api/staff/consultations/:id/end', (request) =>
    services.end(signedInStaff(request).id, idOf(request.params)),
  );
}

/** An id that cannot exist is answered like one that does not. */
function idOf(params: unknown): string {
  const parsed = path.safeParse(params);
  if (parsed.success) return parsed.data.id;
  throw new ClinicError('not-found', 404, 'You have no such appointment.');
}
