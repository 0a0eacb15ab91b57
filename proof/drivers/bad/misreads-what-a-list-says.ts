import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSurfaces } from '../wrap-surfaces.ts';

/** Takes each row's appointment from the row above. */
export async function createDriver() {
  return wrapSurfaces(await driverFor(smallProduct(), 'misreads what a list says'), (surface) => ({
    ...surface,
    async enumerate() {
      const rows = await surface.enumerate();
      return rows.map((row, index) => ({ ...row, claim: rows.at(index - 1)?.claim ?? row.claim }));
    },
  }));
}
