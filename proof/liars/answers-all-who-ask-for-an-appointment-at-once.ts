import { setTimeout } from 'node:timers/promises';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** As long as the question is on its way to a database, in ms. */
const onItsWayMs = 20;

/** Asks its database once for all who want the same appointment at the same time, and then answers all of them. */
export function createDriver() {
  const asked = new Map<string, string>();
  const product = smallProduct();
  product.addHook('onRequest', async (request) => {
    const { method, url, headers } = request;
    if (method !== 'GET' || !/^\/api\/consultations\/[^/]+$/.test(url)) return;
    const first = asked.get(url);
    if (first !== undefined) headers.cookie = first;
    else if (headers.cookie !== undefined) {
      asked.set(url, headers.cookie);
      await setTimeout(onItsWayMs);
      asked.delete(url);
    }
  });
  return driverFor(product, 'answers all who ask for an appointment at once');
}
