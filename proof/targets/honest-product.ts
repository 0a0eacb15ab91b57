import { driverFor } from './driver-for.ts';
import { smallProduct } from './small-product.ts';

/** The honest twin of the liars: the same small product without a lie. It has to be upheld. */
export function createDriver() {
  return driverFor(smallProduct(), 'small honest product');
}
