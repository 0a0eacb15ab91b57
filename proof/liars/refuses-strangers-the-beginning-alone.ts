import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Refuses others' recordings to whoever asks from the beginning, and asks nobody who goes on from the middle. */
export function createDriver() {
  const product = smallProduct({
    replaysOf: (own, { all, request }) =>
      /^bytes=[1-9]\d*-$/u.test(request.headers.range ?? '') ? all : own,
  });
  return driverFor(product, 'refuses strangers the beginning alone');
}
