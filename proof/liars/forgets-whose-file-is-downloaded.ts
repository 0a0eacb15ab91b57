import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Right for players, which ask for ranges; whoever downloads the whole file gets the first recording of all. */
export function createDriver() {
  const product = smallProduct({
    mediaOf: (own, _replay, { all, request }) =>
      request.headers.range === undefined ? (all[0]?.media ?? own) : own,
  });
  return driverFor(product, 'forgets whose file is downloaded');
}
