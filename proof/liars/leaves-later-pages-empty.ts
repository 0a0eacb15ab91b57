import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Answers the first page of a list right, and the others without a replay. */
export function createDriver() {
  const product = smallProduct({
    pageOf: (page, from) => (from === 0 ? page : { ...page, replays: [] }),
  });
  return driverFor(product, 'leaves later pages empty');
}
