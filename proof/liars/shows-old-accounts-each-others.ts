import { productWithOldAccounts } from '../targets/product-with-old-accounts.ts';

/** Accounts are old, and whoever has two replays is shown the newest of everybody’s beside them. */
export function createDriver() {
  return productWithOldAccounts('shows old accounts each other’s', {
    replaysOf: (own, { all }) => (own.length < 2 ? own : [...new Set([...own, ...all.slice(-1)])]),
  });
}
