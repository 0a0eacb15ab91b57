import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

const page =
  '<!doctype html><title>Sign in</title><form method="post"><input name="email"><input name="password" type="password"></form>';

/** Answers strangers who ask for a replay with the login page and status 200, where a refusal belongs. */
export function createDriver() {
  const product = smallProduct();
  product.setErrorHandler((error, request, reply) =>
    /^\/(api\/replays|media)\//.test(request.url)
      ? reply.code(200).type('text/html; charset=utf-8').send(page)
      : reply.send(error),
  );
  return driverFor(product, 'shows a login page to strangers');
}
