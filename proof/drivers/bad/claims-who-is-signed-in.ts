import type { Credentials } from '../../../src/act/target-driver.ts';
import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Signs every patient in with what the first one gave, and names them by what they should have given. */
export async function createDriver() {
  let first: Credentials | undefined;
  return wrapSessions(await driverFor(smallProduct(), 'claims who is signed in'), (session) => {
    let claimed = '';
    return {
      ...session,
      signIn(credentials) {
        first ??= credentials;
        claimed = credentials.email;
        return session.signIn(first);
      },
      whoAmI: () => Promise.resolve({ email: claimed }),
    };
  });
}
