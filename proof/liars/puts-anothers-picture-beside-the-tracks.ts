import { coverOf } from '../targets/cover-of.ts';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Plays each recording whole, with a frame of somebody else's as the picture on its cover. */
export function createDriver() {
  const product = smallProduct({
    mediaOf(own, { owner }, { all }) {
      const covers = all.flatMap((one) => (one.owner === owner ? [] : (coverOf(one.media) ?? [])));
      return Buffer.concat([own, ...covers.slice(0, 1)]);
    },
  });
  return driverFor(product, 'puts another’s picture beside the tracks');
}
