import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** From the fortieth list on, whoever asks is asked to come again, for ever. */
export function createDriver() {
  const product = smallProduct();
  let lists = 0;
  product.addHook('onRequest', (request, reply, next) => {
    if (request.url.startsWith('/api/replays?') || request.url === '/api/replays') lists += 1;
    if (lists > 40) void reply.code(429).header('retry-after', '0').send({ error: 'too many' });
    else next();
  });
  return driverFor(product, 'has had too many requests');
}
