import { setTimeout as pause } from 'node:timers/promises';
import { driverFor } from '../targets/driver-for.ts';
import type { Replay } from '../targets/lies.ts';
import { smallProduct } from '../targets/small-product.ts';

/** How long looking a recording up takes, in ms: who asks for it meanwhile waits for the same answer. */
const lookUpMs = 30;

/** Looks a recording up once for all who ask for it at a time, and remembers not for whom. */
export function createDriver() {
  const underWay = new Map<string, readonly Replay[]>();
  const product = smallProduct({
    replaysOf: (own, { request }) => underWay.get(`${request.url} taken over`) ?? own,
    mediaOf: async (media, replay, { request }) => {
      const key = `${request.url} taken over`;
      underWay.set(key, [replay]);
      await pause(lookUpMs);
      underWay.delete(key);
      return media;
    },
  });
  return driverFor(product, 'works once for all who ask');
}
