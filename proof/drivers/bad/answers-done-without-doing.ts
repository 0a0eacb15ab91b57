import { done } from '../../../src/act/outcome.ts';
import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Says that media were sent and calls ended, and does neither. */
export async function createDriver() {
  const claim = () => Promise.resolve(done());
  return wrapSessions(
    await driverFor(smallProduct(), 'answers “done” without doing'),
    (session) => ({ ...session, publish: claim, hangUp: claim }),
  );
}
