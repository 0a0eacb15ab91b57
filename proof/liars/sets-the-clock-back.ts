import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Its clock goes a minute further back whenever it is read, so that what was just recorded lies in the future. */
export function createDriver() {
  let back = 0;
  const product = smallProduct({ now: (now) => now - (back += 60_000) });
  return driverFor(product, 'sets the clock back');
}
