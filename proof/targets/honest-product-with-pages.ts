import type { Tier } from '../../src/model/surface.ts';
import { driverWithPages } from './driver-with-pages.ts';
import { withLivePages } from './live-pages.ts';
import { smallProduct } from './small-product.ts';

const photograph = Buffer.from('GIF89a of a clinician, the same for all who are signed in');

/**
 * Hides nothing: tells each patient's page of their own affairs over a socket and a stream, plays their own latest
 * recording beside the list, and shows everybody the same photograph.
 */
export function createDriver({ tier }: { readonly tier: Tier }) {
  const product = smallProduct();
  product.get('/photograph', (request, reply) =>
    request.headers.cookie === undefined
      ? reply.code(401).send()
      : reply.type('image/gif').send(photograph),
  );
  withLivePages(product, {
    beside: (_, latest) => `<img src="/photograph">${latest}`,
  });
  return driverWithPages(product, 'small honest product with pages', tier);
}
