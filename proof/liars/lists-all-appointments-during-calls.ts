import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists everybody's appointments while two calls or more go on. */
export function createDriver() {
  const product = smallProduct({
    appointmentsOf: (own, all, { callsGoingOn }, how) =>
      how === 'list' && callsGoingOn >= 2 ? all : own,
  });
  return driverFor(product, 'lists all appointments during calls');
}
