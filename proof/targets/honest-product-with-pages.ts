import type { Tier } from '../../src/model/surface.ts';
import { driverWithPages } from './driver-with-pages.ts';
import { withLivePages } from './live-pages.ts';
import { smallProduct } from './small-product.ts';

/** Hides nothing, and tells each patient's page of their own affairs over a socket and a stream. */
export function createDriver({ tier }: { readonly tier: Tier }) {
  return driverWithPages(
    withLivePages(smallProduct(), {}),
    'small honest product with pages',
    tier,
  );
}
