import { driverFor } from './driver-for.ts';
import type { Replay } from './lies.ts';
import { smallProduct } from './small-product.ts';

/** How long the later recordings of a consultation are worked on, in ms of real time. */
const workedOnMs = 900;

/** Hides nothing: of one call it shows the first recording at once, and each later one when it is done with it. */
export function createDriver() {
  const knownSince = new Map<string, number>();
  const isDone = (replay: Replay, own: readonly Replay[]): boolean => {
    const since = knownSince.get(replay.id) ?? Date.now();
    knownSince.set(replay.id, since);
    const first = own.find(({ consultationId }) => consultationId === replay.consultationId);
    return first === replay || Date.now() - since >= workedOnMs;
  };
  const product = smallProduct({
    replaysOf: (own) => own.filter((replay) => isDone(replay, own)),
  });
  return driverFor(product, 'honest, one recording after the other', { readinessDeadlineMs: 4000 });
}
