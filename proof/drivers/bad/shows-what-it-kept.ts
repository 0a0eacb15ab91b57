import type { ListedReplay, OpenedReplay } from '../../../src/act/surface.ts';
import { driverFor } from '../../targets/driver-for.ts';
import { smallProduct } from '../../targets/small-product.ts';
import { wrapSessions } from '../wrap-sessions.ts';

/** Asks once for each list that holds something and for each replay, and shows from then on what it kept. */
export async function createDriver() {
  return wrapSessions(await driverFor(smallProduct(), 'shows what it kept'), (session) => {
    const lists = new Map<string, ListedReplay[]>();
    const opened = new Map<string, OpenedReplay>();
    return {
      ...session,
      surface(id) {
        const surface = session.surface(id);
        if (surface === undefined) return undefined;
        const { open } = surface;
        return {
          ...surface,
          async enumerate() {
            const list = lists.get(id) ?? (await surface.enumerate());
            if (list.length > 0) lists.set(id, list);
            return list;
          },
          ...(open && {
            async open(address: string) {
              const replay = opened.get(`${id} ${address}`) ?? (await open(address));
              opened.set(`${id} ${address}`, replay);
              return replay;
            },
          }),
        };
      },
    };
  });
}
