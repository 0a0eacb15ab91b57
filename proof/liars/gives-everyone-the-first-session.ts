import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Signs everybody in as the patient who registered first. */
export function createDriver() {
  const product = smallProduct({ sessionOf: (account, [first]) => first ?? account });
  return driverFor(product, 'gives everyone the first patient’s session');
}
