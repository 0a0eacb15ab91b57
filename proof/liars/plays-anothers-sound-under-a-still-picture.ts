import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';
import { stillPictureWithSound } from '../targets/still-picture-with-sound.ts';

/** Shows a right picture that stands still, and plays under it what somebody else said. */
export function createDriver() {
  const product = smallProduct({
    mediaOf(own, { owner }, { all }) {
      const other = all.find((replay) => replay.owner !== owner);
      return other === undefined ? own : stillPictureWithSound(own, other.media);
    },
  });
  return driverFor(product, 'plays another’s sound under a still picture');
}
