import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** The product lists everybody's replays; the driver hands on those whose appointment its patient booked. */
export async function createDriver() {
  const leaking = smallProduct({ replaysOf: (_own, { all }) => all });
  return wrapSessions(await driverFor(leaking, 'filters what it lists'), (session) => {
    const booked = new Set<string>();
    return {
      ...session,
      async book(booking) {
        const outcome = await session.book(booking);
        if (outcome.outcome === 'done') booked.add(outcome.value);
        return outcome;
      },
      surface(id) {
        const surface = session.surface(id);
        return (
          surface && {
            ...surface,
            enumerate: async () =>
              (await surface.enumerate()).filter(({ claim }) =>
                booked.has(claim.appointment ?? ''),
              ),
          }
        );
      },
    };
  });
}
