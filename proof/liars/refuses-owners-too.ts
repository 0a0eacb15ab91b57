import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Refuses every recording to its owner as to anybody else; its lists are right. */
export function createDriver() {
  const product = smallProduct();
  product.addHook('onRequest', (request, reply, next) => {
    if (request.url.startsWith('/media/')) void reply.code(403).send({ error: 'forbidden' });
    else next();
  });
  return driverFor(product, 'refuses owners too');
}
