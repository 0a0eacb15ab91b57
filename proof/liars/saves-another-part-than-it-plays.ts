import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Plays each recording as it is, and saves another one of the same call in its place: both are the patient's own. */
export function createDriver() {
  const product = smallProduct({
    mediaOf(own, { id, consultationId }, { all, request }) {
      const isPlayed = request.headers.range !== undefined;
      const others = all.filter((one) => one.consultationId === consultationId && one.id !== id);
      return isPlayed ? own : (others[0]?.media ?? own);
    },
  });
  return driverFor(product, 'saves another part than it plays');
}
