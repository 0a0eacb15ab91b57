import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import type { SessionEquipment, TargetDriver } from '../../../src/act/target-driver.ts';

/** Uses the first patient's client, and so their cookies, for everybody. */
export async function createDriver(): Promise<TargetDriver> {
  const driver = await driverFor(smallProduct(), 'shares one client');
  let shared: SessionEquipment['http'] | undefined;
  return {
    ...driver,
    openSession(equipment) {
      shared ??= equipment.http;
      return driver.openSession({ ...equipment, http: shared });
    },
  };
}
