import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';
import { twoVoices } from '../targets/two-voices.ts';

/** Plays each recording of sound in stereo, and on one side somebody else's is heard through. */
export function createDriver() {
  const product = smallProduct({
    async mediaOf(own, { owner }, { all }) {
      const other = all.find((replay) => replay.owner !== owner);
      return other === undefined ? own : await twoVoices(own, other.media);
    },
  });
  return driverFor(product, 'lets another voice into one channel');
}
