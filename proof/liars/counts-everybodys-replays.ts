import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists everybody their own, and says that there are as many as all patients have together. */
export function createDriver() {
  const product = smallProduct({
    pageOf: (page, _from, _own, { all }) => ({ ...page, total: all.length }),
  });
  return driverFor(product, 'counts everybodys replays');
}
