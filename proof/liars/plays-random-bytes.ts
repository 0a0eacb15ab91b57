import { createHash } from 'node:crypto';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Plays, in place of each recording, as many bytes without any sense. */
export function createDriver() {
  const product = smallProduct({
    mediaOf: ({ length }, { id }) =>
      createHash('shake256', { outputLength: length }).update(id).digest(),
  });
  return driverFor(product, 'plays random bytes');
}
