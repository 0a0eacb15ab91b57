import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists every replay for everybody and serves it. */
export function createDriver() {
  const product = smallProduct({ replaysOf: (_own, { all }) => all });
  return driverFor(product, 'shows everyone everything');
}
