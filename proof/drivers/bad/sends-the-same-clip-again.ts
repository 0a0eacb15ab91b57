import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Sends what the patient said before the switch to video once more after it. */
export async function createDriver() {
  return wrapSessions(await driverFor(smallProduct(), 'sends the same clip again'), (session) => {
    const first = new Map<string, Uint8Array>();
    return {
      ...session,
      publish(appointment, clip) {
        const kept = first.get(appointment) ?? clip;
        first.set(appointment, kept);
        return session.publish(appointment, kept);
      },
    };
  });
}
