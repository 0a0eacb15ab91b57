import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ClinicError } from '../clinic-error.ts';

const parameters = z.object({ id: z.guid() });

/** The id in a page's address; what cannot be an id is answered like an unknown one. */
export function objectId(request: FastifyRequest): string {
  const parsed = parameters.safeParse(request.params);
  if (parsed.success) return parsed.data.id;
  throw new ClinicError('not-found', 404, 'There is no such page.');
}
