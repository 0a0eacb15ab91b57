import type { Tier } from '../../src/model/surface.ts';
import { driverWithPages } from '../targets/driver-with-pages.ts';
import type { Replay } from '../targets/lies.ts';
import { withLivePages } from '../targets/live-pages.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Right in list, details and media; beside the list its page plays, without being asked, somebody else's recording. */
export function createDriver({ tier }: { readonly tier: Tier }) {
  let known: readonly Replay[] = [];
  const product = smallProduct({
    replaysOf(own, { all }) {
      known = all;
      return own;
    },
  });
  product.get<{ Querystring: { for: string } }>('/preview', (request, reply) => {
    const other = known.find(({ owner }) => owner.email !== request.query.for);
    return other === undefined
      ? reply.code(404).send()
      : reply.type('video/webm').send(other.media);
  });
  withLivePages(product, {
    beside: ({ email }) =>
      `<video src="/preview?for=${encodeURIComponent(email)}" preload="auto" muted></video>`,
  });
  return driverWithPages(product, 'plays another’s beside the list', tier);
}
