import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

const page = '<!doctype html><title>Sorry</title><h1>Something went wrong</h1>';

/** Shows every error as a page with status 200, so that a refusal cannot be told from an answer. */
export function createDriver() {
  const product = smallProduct();
  product.setErrorHandler((_error, _request, reply) =>
    reply.code(200).type('text/html; charset=utf-8').send(page),
  );
  return driverFor(product, 'answers errors with 200');
}
