import { driverFor } from '../targets/driver-for.ts';
import { hangUpHalfWay } from '../targets/hang-up-half-way.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Breaks every list of replays off in the middle, at every attempt. */
export function createDriver() {
  const product = smallProduct();
  product.addHook('onSend', (request, reply, payload, next) => {
    if (request.url.startsWith('/api/replays')) hangUpHalfWay(reply, String(payload));
    else next(null, payload);
  });
  return driverFor(product, 'hangs up half-way');
}
