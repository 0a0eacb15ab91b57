import { randomBytes } from 'node:crypto';
import type { Tier } from '../../src/model/surface.ts';
import { driverWithPages } from '../targets/driver-with-pages.ts';
import { withLivePages } from '../targets/live-pages.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Shows each patient's page a picture of its own, of which nobody can say whom it shows. */
export function createDriver({ tier }: { readonly tier: Tier }) {
  const product = smallProduct();
  product.get('/picture', (_request, reply) => reply.type('image/gif').send(randomBytes(4096)));
  withLivePages(product, { beside: () => '<img src="/picture">' });
  return driverWithPages(product, 'shows each a picture that says nothing', tier);
}
