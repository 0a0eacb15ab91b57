import type { RawResponse } from '../../../src/act/raw-response.ts';
import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Says of whatever is not in its patient's list that it was refused, and asks nobody. */
export async function createDriver() {
  return wrapSessions(await driverFor(smallProduct(), 'invents refusals'), (session) => ({
    ...session,
    surface(id) {
      const surface = session.surface(id);
      const { open } = surface ?? {};
      if (surface === undefined || open === undefined) return surface;
      return {
        ...surface,
        async open(address) {
          const own = await surface.enumerate().catch(() => []);
          return own.some((replay) => replay.address === address)
            ? await open(address)
            : { response: refusal(address) };
        },
      };
    },
  }));
}

function refusal(url: string): RawResponse {
  return { method: 'GET', url, status: 403, headers: {}, body: new Uint8Array() };
}
