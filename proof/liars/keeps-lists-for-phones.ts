import { driverFor } from '../targets/driver-for.ts';
import type { Page } from '../targets/lies.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Answers phones with what was last said at the same address, whoever asked. */
export function createDriver() {
  const pages = new Map<string, Page>();
  const product = smallProduct({
    pageOf(page, _from, _own, { request: { url, headers } }) {
      if (!/Mobile/u.test(headers['user-agent'] ?? '')) return page;
      const before = pages.get(url) ?? page;
      pages.set(url, page);
      return before;
    },
  });
  return driverFor(product, 'keeps lists for phones');
}
