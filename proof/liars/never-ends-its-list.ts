import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Ends no list: the cursor of the last page leads to the first one. */
export function createDriver() {
  const product = smallProduct({
    pageOf: (page) => ({ ...page, nextCursor: page.nextCursor ?? '0' }),
  });
  return driverFor(product, 'never ends its list');
}
