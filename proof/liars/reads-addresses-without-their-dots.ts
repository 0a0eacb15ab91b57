import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';

/** Takes dots for nothing in any mailbox, as one provider of mail does, so that two patients share the account of the first. */
export function createDriver() {
  const mailbox = (email: string) => email.split('@', 1).join().replaceAll('.', '');
  const product = smallProduct({
    sessionOf: (account, accounts) =>
      accounts.find(({ email }) => mailbox(email) === mailbox(account.email)) ?? account,
  });
  return driverFor(product, 'reads addresses without their dots');
}
