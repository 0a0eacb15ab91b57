import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSurfaces } from '../wrap-surfaces.ts';

/** Breaks at every twentieth list. */
export async function createDriver() {
  let lists = 0;
  return wrapSurfaces(await driverFor(smallProduct(), 'breaks while it looks'), (surface) => ({
    ...surface,
    enumerate() {
      lists += 1;
      return lists % 20 === 0
        ? Promise.reject(new TypeError('Cannot read properties of undefined'))
        : surface.enumerate();
    },
  }));
}
