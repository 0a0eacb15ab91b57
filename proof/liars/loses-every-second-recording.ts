import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Takes every recording with thanks and keeps every other one. */
export function createDriver() {
  const product = smallProduct({ isKept: (recording) => recording % 2 === 1 });
  return driverFor(product, 'loses every second recording');
}
