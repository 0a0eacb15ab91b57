import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Lists nobody anything of others; as long as a call goes on, what is asked for by its id is given to whoever asks. */
export function createDriver() {
  const product = smallProduct({
    replaysOf(own, { all, callsGoingOn, request }) {
      const isById = /^\/(?:media|api\/replays)\//u.test(request.url);
      return isById && callsGoingOn > 0 ? all : own;
    },
  });
  return driverFor(product, 'serves strangers during calls');
}
