import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Ends a call for whoever knows its appointment's id. */
export function createDriver() {
  return driverFor(
    smallProduct({ mayAct: (honest, verb) => honest || verb === 'end' }),
    'ends calls for strangers',
  );
}
