import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Forgets its sessions once somebody has hung up, as after a restart of a server that keeps them in memory. */
export function createDriver() {
  let hasForgotten = false;
  const product = smallProduct();
  product.addHook('onRequest', (request, _reply, next) => {
    if (request.url.endsWith('/end')) hasForgotten = true;
    if (hasForgotten) delete request.headers.cookie;
    next();
  });
  return driverFor(product, 'forgets who is signed in');
}
