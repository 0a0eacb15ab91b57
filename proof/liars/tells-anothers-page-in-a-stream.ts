import type { Tier } from '../../src/model/surface.ts';
import { driverWithPages } from '../targets/driver-with-pages.ts';
import { withLivePages } from '../targets/live-pages.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Right in every answer that ends; in the stream of news that does not, it sends what somebody else wrote. */
export function createDriver({ tier }: { readonly tier: Tier }) {
  const product = withLivePages(smallProduct(), {
    pushed: (own, all) => {
      const other = all.find(({ email }) => email !== own.email);
      return { socket: own.email, stream: other?.reason ?? '' };
    },
  });
  return driverWithPages(product, 'tells another’s page in a stream', tier);
}
