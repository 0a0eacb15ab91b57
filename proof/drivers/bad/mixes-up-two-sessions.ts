import type { PatientSession } from '../../../src/act/target-driver.ts';
import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Shows every second patient the surfaces of the one before, and asks for them with that one's session. */
export async function createDriver() {
  let before: PatientSession | undefined;
  return wrapSessions(
    await driverFor(smallProduct(), 'mixes up two sessions'),
    (session): PatientSession => {
      const other = before;
      before = other === undefined ? session : undefined;
      return other === undefined ? session : { ...session, surface: (id) => other.surface(id) };
    },
  );
}
