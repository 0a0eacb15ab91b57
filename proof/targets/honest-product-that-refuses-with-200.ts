import { driverFor } from './driver-for.ts';
import { smallProduct } from './small-product.ts';

/** Hides nothing; what it refuses it refuses with status 200 and an answer that says so. */
export function createDriver() {
  const product = smallProduct();
  product.setErrorHandler((error, request, reply) =>
    /^\/(?:api\/replays|media)\//u.test(request.url)
      ? reply.code(200).send({ error: { code: 'NOT_FOUND' }, data: null })
      : reply.send(error),
  );
  return driverFor(product, 'small honest product that refuses with 200');
}
