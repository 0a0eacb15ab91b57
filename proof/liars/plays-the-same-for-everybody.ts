import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists everybody's own replays and plays the first recording of all in each. */
export function createDriver() {
  const product = smallProduct({ mediaOf: (own, _replay, { all }) => all[0]?.media ?? own });
  return driverFor(product, 'plays the same for everybody');
}
