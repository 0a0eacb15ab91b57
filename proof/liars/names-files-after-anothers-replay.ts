import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Says of each replay what is true; the name under which it is to be saved is made of somebody else's id. */
export function createDriver() {
  const product = smallProduct({
    shownAs(own, { all }) {
      const owner = all.find(({ id }) => id === own.id)?.owner;
      const other = all.find((one) => one.owner !== owner);
      return { ...own, title: `recording_${other?.id ?? own.id}_small.webm` };
    },
  });
  return driverFor(product, 'names files after another’s replay');
}
