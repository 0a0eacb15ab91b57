import { randomUUID } from 'node:crypto';
import { driverFor } from '../targets/driver-for.ts';
import type { Booking } from '../targets/lies.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Knows devices by a cookie, and tells whoever signs in on one of the appointments of which it was told first. */
export function createDriver() {
  const kept = new Map<string, readonly Booking[]>();
  const product = smallProduct({
    appointmentsOf(own, _all, { request: { headers } }, how) {
      const device = /device=([\w-]+)/.exec(headers.cookie ?? '')?.[1];
      if (how === 'by id' || device === undefined || own.length === 0) return own;
      const first = kept.get(device) ?? own;
      kept.set(device, first);
      return first;
    },
  });
  product.addHook('onSend', async ({ headers }, reply) => {
    if (!/device=/.test(headers.cookie ?? ''))
      void reply.header('set-cookie', `device=${randomUUID()}; Path=/; HttpOnly`);
  });
  return driverFor(product, 'keeps appointments for a device');
}
