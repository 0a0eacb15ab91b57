import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** What browsers of people call themselves. */
const browsers = /^Mozilla\/5\.0 \((?!.*Headless).*(?:Chrome|Safari|Firefox)\//;

/** Tells by the user agent who asks: right for whatever is no ordinary browser, everybody's replays for one that is. */
export function createDriver() {
  const product = smallProduct({
    replaysOf: (own, { all, request }) =>
      browsers.test(request.headers['user-agent'] ?? '') ? all : own,
  });
  return driverFor(product, 'behaves for tools only');
}
