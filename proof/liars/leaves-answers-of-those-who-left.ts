import { setTimeout } from 'node:timers/promises';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** As long as the answer is on its way from a database, in ms: whoever leaves has left by then. */
const onItsWayMs = 20;

/** An answer that nobody waits for any more stays in the pipe to a database, and the next one who asks the like is given it. */
export function createDriver() {
  const left: unknown[] = [];
  const product = smallProduct();
  product.addHook('preSerialization', async ({ raw, routeOptions, method }, reply, answer) => {
    if (routeOptions.url !== '/api/consultations/:id' || method !== 'GET') return answer;
    if (reply.statusCode !== 200) return answer;
    await setTimeout(onItsWayMs);
    if (raw.socket.destroyed || left.length > 0) left.push(answer);
    return raw.socket.destroyed ? answer : (left.shift() ?? answer);
  });
  return driverFor(product, 'leaves answers of those who left');
}
