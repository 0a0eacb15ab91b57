import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists every replay for everybody and serves it. */
export function createDriver() {
  return driverFor(smallProduct({ replaysOf: (_own, all) => all }), 'shows everyone everything');
}
