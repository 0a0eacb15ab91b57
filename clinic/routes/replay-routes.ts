import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';
import type { ClinicServices } from '../services.ts';
import { parseInput } from './parse-input.ts';
import { signedIn } from './signed-in.ts';

const page = z.object({
  cursor: z
    .string()
    .max(500)
    .optional()
    .transform((cursor) => (cursor === '' ? undefined : cursor)),
  limit: z.coerce.number().int().min(1).max(20).default(10),
});

const path = z.object({ id: z.uuid() });

/** The list of replays, and one of them. */
export function replayRoutes(app: FastifyInstance, services: ClinicServices): void {
  app.get('/api/replays', (request) =>
    services.listReplays(signedIn(request).id, parseInput(page, request.query)),
  );

  app.get('/api/replays/:id', async (request) => {
    const viewer = signedIn(request);
    const parsed = path.safeParse(request.params);
    // Somebody else's replay, an unknown one and an id that cannot exist are answered alike.
    if (!parsed.success) throw new ClinicError('not-found', 404, 'You have no such replay.');
    return { replay: await services.replay(viewer.id, parsed.data.id) };
  });
}
