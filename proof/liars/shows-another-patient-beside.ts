import type { Replay } from '../targets/lies.ts';
import { driverFor } from '../targets/driver-for.ts';
import { smallProduct } from '../targets/small-product.ts';
import { twoPeople } from '../targets/two-people.ts';

/** Shows each recording as a call of two, with another patient in the second half of the picture. */
export function createDriver() {
  const composed = new Map<Replay, Promise<Buffer>>();
  const product = smallProduct({
    mediaOf(own, replay, { all }) {
      const made = composed.get(replay) ?? withAnother(own, replay, all);
      composed.set(replay, made);
      return made;
    },
  });
  return driverFor(product, 'shows another patient beside');
}

async function withAnother(
  own: Buffer,
  { owner }: Replay,
  all: readonly Replay[],
): Promise<Buffer> {
  for (const other of all.filter((one) => one.owner !== owner)) {
    const both = await twoPeople(own, other.media);
    if (both !== own) return both;
  }
  return own;
}
