import type { FastifyInstance } from 'fastify';

/** Makes a product show whoever has no session at all what it showed last at an address that begins so. */
export function showToNobody(product: FastifyInstance, beginning: string): FastifyInstance {
  const shown = new Map<string, unknown>();
  product.addHook('preHandler', (request, reply, next) => {
    const last = request.headers.cookie === undefined ? shown.get(request.url) : undefined;
    if (last === undefined) next();
    else reply.type('application/json').send(last);
  });
  product.addHook('onSend', (request, reply, payload, next) => {
    if (request.url.startsWith(beginning) && reply.statusCode === 200)
      shown.set(request.url, payload);
    next(null, payload);
  });
  return product;
}
