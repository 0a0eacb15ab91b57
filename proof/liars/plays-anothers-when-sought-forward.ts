import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Plays each recording right from its start, and somebody else's to a player that begins further on. */
export function createDriver() {
  const product = smallProduct({
    mediaOf(own, { owner }, { all, request }) {
      const isFurtherOn = /^bytes=[1-9]\d*-$/u.test(request.headers.range ?? '');
      return (isFurtherOn && all.find((replay) => replay.owner !== owner)?.media) || own;
    },
  });
  return driverFor(product, 'plays another’s when sought forward');
}
