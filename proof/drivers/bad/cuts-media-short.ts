import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSurfaces } from '../wrap-surfaces.ts';

/** Hands on the first half of each recording. */
export async function createDriver() {
  return wrapSurfaces(await driverFor(smallProduct(), 'cuts media short'), (surface) => {
    const { open } = surface;
    if (open === undefined || surface.content !== 'media') return surface;
    return {
      ...surface,
      async open(address) {
        const { response } = await open(address);
        const half = response.body.subarray(0, response.body.length / 2);
        return { response: { ...response, body: half } };
      },
    };
  });
}
