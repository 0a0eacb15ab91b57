import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { objectId } from './object-id.ts';
import type { PageContext } from './page-context.ts';

const listQuery = z.object({ cursor: z.string().min(1).optional().catch(undefined) });

/** The patient's own data, their replays, and the player. */
export function profileRoutes(app: FastifyInstance, context: PageContext): void {
  const { services, show } = context;

  app.get('/profile', async (request, reply) => {
    const page = await services.listReplays(context.patient(request).id, {});
    return await show(request, reply, 'profile', { page });
  });

  app.get('/profile/replays', async (request, reply) => {
    const { cursor } = listQuery.parse(request.query);
    const page = await services.listReplays(context.patient(request).id, { cursor });
    return await show(request, reply, 'replays', { page, isFirst: cursor === undefined });
  });

  app.get('/replays/:id', async (request, reply) => {
    const replay = await services.replay(context.patient(request).id, objectId(request));
    return await show(request, reply, 'replay', { replay });
  });
}
