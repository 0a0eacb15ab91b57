import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Compares e-mail addresses without regard to case, so that two patients share the account of the first. */
export function createDriver() {
  const product = smallProduct({
    sessionOf: (account, accounts) =>
      accounts.find(({ email }) => email.toLowerCase() === account.email.toLowerCase()) ?? account,
  });
  return driverFor(product, 'takes addresses for the same');
}
