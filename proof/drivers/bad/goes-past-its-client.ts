import { HttpClient } from '../../../src/act/http-client.ts';
import type { PatientSession } from '../../../src/act/target-driver.ts';
import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';

/** Asks with a client of its own, so that nothing of what comes is heard. */
export async function createDriver() {
  const driver = await driverFor(smallProduct(), 'goes past its client');
  return {
    ...driver,
    async openSession(
      equipment: Parameters<typeof driver.openSession>[0],
    ): Promise<PatientSession> {
      const nobody = { response: () => Promise.resolve(), transportError() {}, unheard() {} };
      const http = new HttpClient(nobody);
      const session = await driver.openSession({ ...equipment, http });
      return {
        ...session,
        async close() {
          await session.close();
          await http.close();
        },
      };
    },
  };
}
