import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Takes every request and never answers it. */
export function createDriver() {
  const product = smallProduct();
  product.addHook('onRequest', () => new Promise<never>(() => undefined));
  return driverFor(product, 'never answers', { answerDeadlineMs: 1000 });
}
