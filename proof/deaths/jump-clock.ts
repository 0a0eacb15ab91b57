import { readFileSync } from 'node:fs';

// Loaded into every Node process of a gate before anything else: the wall clock jumps for all of them at once when the
// named file says by how much, in ms; for the target only when it is asked for, since a product with another time shows
// other things. Timers and the monotonic clock go on, as they do when somebody sets a machine's clock.
const file = process.env['IN_CONFIDENCE_PROOF_CLOCK'] ?? '';
const isTarget = /\/clinic\/|\/mocks\//u.test(process.argv[1] ?? '');
const jumps = !isTarget || process.env['IN_CONFIDENCE_PROOF_CLOCK_OF'] === 'all';
const readEveryMs = 20;
const RealDate = Date;
let readAt = -Infinity;
let offset = 0;

function currentOffset(): number {
  if (jumps && performance.now() - readAt > readEveryMs) {
    readAt = performance.now();
    try {
      offset = Number(readFileSync(file, 'utf8'));
    } catch {
      // It has not jumped yet.
    }
  }
  return offset;
}

const now = RealDate.now.bind(RealDate);
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: [], newTarget) =>
    Reflect.construct(
      target,
      given.length === 0 ? [now() + currentOffset()] : given,
      newTarget,
    ) as Date,
  apply: () => new RealDate(now() + currentOffset()).toString(),
  get: (target, name, receiver) =>
    name === 'now'
      ? () => now() + currentOffset()
      : (Reflect.get(target, name, receiver) as unknown),
});
