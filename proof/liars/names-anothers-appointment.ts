import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Shows everybody their own recordings, each under the appointment of somebody else. */
export function createDriver() {
  const product = smallProduct({
    shownAs(shown, { all }) {
      const own = all.find(({ id }) => id === shown.id);
      const other = all.find(({ owner }) => owner !== own?.owner);
      return { ...shown, consultationId: other?.consultationId ?? shown.consultationId };
    },
  });
  return driverFor(product, 'names another’s appointment');
}
