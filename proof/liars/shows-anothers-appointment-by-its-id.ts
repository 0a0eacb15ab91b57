import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists everybody their own appointments, and shows anybody's by its id. */
export function createDriver() {
  const product = smallProduct({
    appointmentsOf: (own, all, _, how) => (how === 'list' ? own : all),
  });
  return driverFor(product, 'shows anothers appointment by its id');
}
