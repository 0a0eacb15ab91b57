import { productWithOldAccounts } from '../targets/product-with-old-accounts.ts';

/** Accounts are old, and whoever has two replays is shown what an earlier run left to somebody else. */
export function createDriver() {
  return productWithOldAccounts('shows old replays to others', {
    replaysOf: (own, { all }) =>
      own.length < 2
        ? own
        : [...own, ...all.filter(({ owner }) => owner !== own[0]?.owner).slice(0, 1)],
  });
}
