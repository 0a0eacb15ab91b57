import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Keeps the headers of the last request and puts them, for support's sake, into the next error, whoever gets that. */
export function createDriver() {
  let last: string | undefined;
  const product = smallProduct();
  product.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'none', last }));
  product.addHook('onResponse', (request, _reply, next) => {
    last = request.headers.cookie ?? last;
    next();
  });
  return driverFor(product, 'puts another’s session into an error');
}
