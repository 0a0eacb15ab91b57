import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BrowserModules } from './browser-modules.ts';

const asset = z.object({ name: z.string() });

/** Serves the scripts of the live call. */
export function browserModuleRoutes(app: FastifyInstance, browserModules: BrowserModules): void {
  app.get('/assets/live/:name', async (request, reply) => {
    const source = browserModules.get(asset.parse(request.params).name);
    if (source === undefined) {
      reply.callNotFound();
      return await reply;
    }
    const etag = `"${createHash('sha256').update(source).digest('base64url')}"`;
    reply.headers({ 'cache-control': 'public, no-cache', etag });
    if (request.headers['if-none-match'] === etag) return await reply.code(304).send();
    return await reply.type('text/javascript; charset=utf-8').send(source);
  });
}
