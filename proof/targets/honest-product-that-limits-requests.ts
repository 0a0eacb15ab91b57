import type { FastifyReply } from 'fastify';
import { driverFor } from './driver-for.ts';
import { smallProduct } from './small-product.ts';

const requestsAtOnce = 3;
const requestsPerSecond = 400;
const takesMs = 5;
/** One request in so many is one too many and is asked to come again. */
const tooManyEvery = 40;

/** Breaks where more is asked at once than it allows, and asks for patience now and then. */
export function createDriver() {
  const product = smallProduct();
  let underWay = 0;
  let asked = 0;
  const counted = new Set<FastifyReply>();
  const countDown = (reply: FastifyReply) => {
    if (counted.delete(reply)) underWay -= 1;
  };
  product.addHook('onRequest', (_request, reply, next) => {
    underWay += 1;
    asked += 1;
    counted.add(reply);
    // Whoever hung up before the answer asks for nothing any more.
    reply.raw.once('close', () => countDown(reply));
    if (underWay > requestsAtOnce) void reply.code(500).send({ error: 'overwhelmed' });
    else if (asked % tooManyEvery === 0)
      void reply.code(429).header('retry-after', '0').send({ error: 'too many requests' });
    // Each takes a while, so that whoever asks for more at once is noticed.
    else setTimeout(next, takesMs);
  });
  // Counted down before the answer leaves: who has it may ask for the next.
  product.addHook('onSend', (_request, reply, _payload, next) => {
    countDown(reply);
    next();
  });
  return driverFor(product, 'small honest product that limits requests', {
    requestsAtOnce,
    requestsPerSecond,
  });
}
