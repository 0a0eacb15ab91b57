import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lets whoever knows an appointment's id join its call. */
export function createDriver() {
  return driverFor(
    smallProduct({ mayAct: (honest, verb) => honest || verb === 'join' }),
    'lets strangers join calls',
  );
}
