import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const directory = new URL('assets/', import.meta.url);
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const asset = z.object({ name: z.string() });

/** Serves the stylesheet, the scripts and the drawings, all read once when the clinic starts. */
export function assetRoutes(app: FastifyInstance): void {
  const assets = new Map(
    readdirSync(directory)
      .filter((name) => extname(name) in contentTypes)
      .map((name) => {
        const body = readFileSync(new URL(name, directory));
        const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
        return [name, { body, etag, contentType: contentTypes[extname(name)] }] as const;
      }),
  );

  app.get('/assets/:name', async (request, reply) => {
    const found = assets.get(asset.parse(request.params).name);
    if (!found?.contentType) {
      reply.callNotFound();
      return await reply;
    }
    reply.headers({ 'cache-control': 'public, no-cache', etag: found.etag });
    if (request.headers['if-none-match'] === found.etag) return await reply.code(304).send();
    return await reply.type(found.contentType).send(found.body);
  });
}
