import { productWithOldAccounts } from './product-with-old-accounts.ts';

/** Nobody can register, accounts hold what an earlier run left there, and it shows everybody what is theirs. */
export function createDriver() {
  return productWithOldAccounts('small honest product with old accounts');
}
