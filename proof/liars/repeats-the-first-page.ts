import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Answers the first page of a list right, and gives the same again for the second and last. */
export function createDriver() {
  const product = smallProduct({
    pageOf: (page, from, own) =>
      from === 0 ? page : { ...page, replays: own.slice(0, from), nextCursor: null },
  });
  return driverFor(product, 'repeats the first page');
}
