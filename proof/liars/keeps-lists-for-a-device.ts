import { randomUUID } from 'node:crypto';
import { driverFor } from '../targets/driver-for.ts';
import type { Page } from '../targets/lies.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Knows devices by a cookie, and answers whoever signs in on one with the list that it was given last. */
export function createDriver() {
  const lists = new Map<string, { readonly session: string; readonly page: Page }>();
  const product = smallProduct({
    pageOf(page, from, _own, { request: { headers } }) {
      const device = named('device', headers.cookie);
      const session = named('session', headers.cookie);
      if (from > 0) return page;
      const before = lists.get(device);
      lists.set(device, { session, page });
      return before === undefined || before.session === session ? page : before.page;
    },
  });
  product.addHook('onSend', async ({ headers }, reply) => {
    if (named('device', headers.cookie) === '')
      void reply.header('set-cookie', `device=${randomUUID()}; Path=/; HttpOnly`);
  });
  return driverFor(product, 'keeps lists for a device');
}

function named(cookie: string, cookies = ''): string {
  return new RegExp(`(?:^|; )${cookie}=([\\w-]+)`).exec(cookies)?.[1] ?? '';
}
