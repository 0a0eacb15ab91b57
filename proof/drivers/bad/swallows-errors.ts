import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSurfaces } from '../wrap-surfaces.ts';

/** The product fails at every third list, and the driver shows an empty one instead. */
export async function createDriver() {
  let lists = 0;
  const failing = smallProduct({
    pageOf(page) {
      lists += 1;
      if (lists % 3 === 0) throw Object.assign(new Error('out of order'), { statusCode: 500 });
      return page;
    },
  });
  return wrapSurfaces(await driverFor(failing, 'swallows errors'), (surface) => ({
    ...surface,
    enumerate: () => surface.enumerate().catch(() => []),
  }));
}
