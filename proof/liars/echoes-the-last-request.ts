import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Keeps what was last written to it and puts it, for support's sake, into the next error, whoever gets that. */
export function createDriver() {
  let written: unknown;
  const product = smallProduct();
  product.addHook('preHandler', (request, _reply, next) => {
    if (request.url === '/api/consultations' && request.method === 'POST') written = request.body;
    next();
  });
  product.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'none', written }));
  return driverFor(product, 'echoes the last request');
}
