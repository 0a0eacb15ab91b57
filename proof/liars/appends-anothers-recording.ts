import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Plays each recording whole, and goes on with somebody else's in the same file. */
export function createDriver() {
  const product = smallProduct({
    mediaOf(own, { owner }, { all }) {
      const other = all.find((replay) => replay.owner !== owner);
      return other === undefined ? own : Buffer.concat([own, other.media]);
    },
  });
  return driverFor(product, 'appends another’s recording');
}
