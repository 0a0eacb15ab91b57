import type { Credentials } from '../../../src/act/target-driver.ts';
import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Signs every patient in with what the first one gave. */
export async function createDriver() {
  let first: Credentials | undefined;
  return wrapSessions(
    await driverFor(smallProduct(), 'signs in as the same person twice'),
    (session) => ({
      ...session,
      signIn(credentials) {
        first ??= credentials;
        return session.signIn(first);
      },
    }),
  );
}
