import { coverOf } from '../targets/cover-of.ts';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Says of each replay what is true, and draws beside it a frame of somebody else's. */
export function createDriver() {
  const product = smallProduct({
    shownAs(own, { all }) {
      const owner = all.find(({ id }) => id === own.id)?.owner;
      const [cover] = all.flatMap((one) => (one.owner === owner ? [] : (coverOf(one.media) ?? [])));
      if (cover === undefined) return own;
      return { ...own, title: `${own.title} data:image/webp;base64,${cover.toString('base64')}` };
    },
  });
  return driverFor(product, 'writes another’s picture into the details');
}
