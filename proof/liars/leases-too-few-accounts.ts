import { productWithOldAccounts } from '../targets/product-with-old-accounts.ts';

/** Has fewer accounts than the run has patients. */
export async function createDriver() {
  const driver = await productWithOldAccounts('leases too few accounts');
  return {
    ...driver,
    lease: (place: number) =>
      place < 10
        ? driver.lease?.(place)
        : Promise.reject(new Error('The staging system has 10 accounts.')),
  };
}
