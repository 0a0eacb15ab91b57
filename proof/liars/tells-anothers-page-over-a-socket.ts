import type { Tier } from '../../src/model/surface.ts';
import { driverWithPages } from '../targets/driver-with-pages.ts';
import { withLivePages } from '../targets/live-pages.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Right in every answer; over the socket that its page keeps open it sends somebody else's address. */
export function createDriver({ tier }: { readonly tier: Tier }) {
  const product = withLivePages(smallProduct(), {
    pushed: (own, all) => {
      const other = all.find(({ email }) => email !== own.email);
      return { socket: JSON.stringify({ calling: other?.email }), stream: own.reason };
    },
  });
  return driverWithPages(product, 'tells another’s page over a socket', tier);
}
