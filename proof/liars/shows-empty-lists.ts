import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Answers everything with 200 and shows no replay to anybody, not even their own. */
export function createDriver() {
  return driverFor(smallProduct({ replaysOf: () => [] }), 'shows empty lists');
}
