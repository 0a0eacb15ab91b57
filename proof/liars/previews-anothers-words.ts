import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

const previewLength = 30;

/** Shows beside each replay the first words of what somebody else wrote. */
export function createDriver() {
  const product = smallProduct({
    shownAs(own, { all }) {
      const owner = all.find(({ id }) => id === own.id)?.owner;
      const other = all.find((one) => one.owner !== owner);
      return { ...own, title: `${other?.reason.slice(0, previewLength) ?? ''}…` };
    },
  });
  return driverFor(product, 'previews another’s words');
}
