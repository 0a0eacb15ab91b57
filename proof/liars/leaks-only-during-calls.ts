import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Shows everybody everything as long as two calls go on, and is right again a moment later. */
export function createDriver() {
  const product = smallProduct({
    replaysOf: (own, { all, callsGoingOn }) => (callsGoingOn > 1 ? all : own),
  });
  return driverFor(product, 'leaks only during calls');
}
