import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Knows its clinicians and refuses everybody who wants to become a patient. */
export function createDriver() {
  const product = smallProduct();
  product.addHook('onRequest', (request, reply, next) => {
    if (request.url === '/api/register') void reply.code(404).send({ error: 'not found' });
    else next();
  });
  return driverFor(product, 'registers nobody');
}
