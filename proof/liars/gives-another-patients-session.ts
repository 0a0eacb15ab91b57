import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Signs whoever comes in as the patient who registered before them. */
export function createDriver() {
  const product = smallProduct({
    sessionOf: (account, accounts) => accounts[accounts.indexOf(account) - 1] ?? account,
  });
  return driverFor(product, 'gives another patient’s session');
}
