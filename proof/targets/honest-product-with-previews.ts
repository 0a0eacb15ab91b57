import { driverFor } from './driver-for.ts';
import { smallProduct } from './small-product.ts';

const previewLength = 30;

/** Hides nothing; its list shows the beginning alone of what the patient wrote. */
export function createDriver() {
  const product = smallProduct({
    shownAs: (shown, { request }) =>
      request.url.startsWith('/api/replays/')
        ? shown
        : { ...shown, reason: `${shown.reason.slice(0, previewLength)}…` },
  });
  return driverFor(product, 'small honest product with previews');
}
