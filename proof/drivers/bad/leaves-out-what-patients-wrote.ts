import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Books with a reason of its own, since the patient's is long and looks odd. */
export async function createDriver() {
  return wrapSessions(
    await driverFor(smallProduct(), 'leaves out what patients wrote'),
    (session) => ({
      ...session,
      book: (booking) => session.book({ ...booking, reason: 'A consultation' }),
    }),
  );
}
