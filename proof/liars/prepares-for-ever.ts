import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists every replay as still being prepared, however long one waits. */
export function createDriver() {
  const product = smallProduct({ shownAs: (shown) => ({ ...shown, status: 'processing' }) });
  return driverFor(product, 'prepares for ever');
}
