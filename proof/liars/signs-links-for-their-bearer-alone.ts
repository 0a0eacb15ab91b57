import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Signs media links for whoever is given them, and not for what they lead to: a link of one's own opens anything. */
export function createDriver() {
  const product = smallProduct({
    replaysOf: (own, { request, all }) => {
      if (!request.url.startsWith('/media/')) return own;
      return request.url.endsWith(signatureFor(request)) ? all : [];
    },
  });
  product.addHook('onSend', (request, reply, payload, next) => {
    const isText = typeof payload === 'string' && reply.statusCode === 200;
    if (!isText) return next(null, payload);
    const signed = `"mediaUrl":"$1?signature=${signatureFor(request)}"`;
    next(null, payload.replace(/"mediaUrl":"([^"]+)"/, signed));
  });
  return driverFor(product, 'signs links for their bearer alone');
}

function signatureFor({ headers: { cookie = '' } }: FastifyRequest): string {
  return createHash('sha256').update(cookie).digest('hex');
}
