import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Plays everybody their own until a stranger has been refused; from then on an owner hears somebody else. */
export function createDriver() {
  let isUnsettled = false;
  const product = smallProduct({
    replaysOf(own, { all, request }) {
      const asked = /^\/media\/([\w-]+)/u.exec(request.url)?.[1];
      if (asked !== undefined && !own.some(({ id }) => id === asked)) isUnsettled = all.length > 0;
      return own;
    },
    mediaOf(own, { owner }, { all }) {
      const other = isUnsettled ? all.find((replay) => replay.owner !== owner) : undefined;
      return other?.media ?? own;
    },
  });
  return driverFor(product, 'gives another’s around a probe');
}
