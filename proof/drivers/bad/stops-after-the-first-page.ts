import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSurfaces } from '../wrap-surfaces.ts';

/** Hands on five replays of a list, however many there are. */
export async function createDriver() {
  return wrapSurfaces(await driverFor(smallProduct(), 'stops after the first page'), (surface) => ({
    ...surface,
    enumerate: async () => (await surface.enumerate()).slice(0, 5),
  }));
}
