import { driverFor } from '../targets/driver-for.ts';
import { hangUpHalfWay } from '../targets/hang-up-half-way.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Begins once to give everybody the list that somebody else got before, breaks off, and is right when asked again. */
export function createDriver() {
  let last = { reader: '', list: '' };
  const misled = new Set<string>();
  const product = smallProduct();
  product.addHook('onSend', (request, reply, payload, next) => {
    const reader = request.headers.cookie ?? '';
    if (request.url !== '/api/replays') return next(null, payload);
    const before = last;
    if (String(payload).includes('consultationId')) last = { reader, list: String(payload) };
    if (before.list === '' || before.reader === reader || misled.has(reader))
      return next(null, payload);
    misled.add(reader);
    hangUpHalfWay(reply, before.list + ' '.repeat(before.list.length));
  });
  return driverFor(product, 'leaks before it hangs up');
}
