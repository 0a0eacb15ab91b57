import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Shows everybody their own, and says of each only that it was today. */
export function createDriver() {
  const product = smallProduct({ shownAs: (own) => ({ ...own, startsAt: 'today' }) });
  return driverFor(product, 'claims a time that is none');
}
