import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Answers the first page of a list right, and counts the others off from everybody's replays. */
export function createDriver() {
  const product = smallProduct({
    pageOf: ({ replays, ...page }, from, _own, { all }) => {
      const taken = from === 0 ? replays : all.slice(from, from + replays.length);
      return { ...page, replays: taken };
    },
    replaysOf: (own, { all, request }) => (/^\/api\/replays(\?|$)/.test(request.url) ? own : all),
  });
  return driverFor(product, 'fills later pages with another’s');
}
