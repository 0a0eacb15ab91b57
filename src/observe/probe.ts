import type { Opening } from '../history/history.ts';
import type { PlannedProbe } from '../plan/plan.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { Observer, ProbeEntry } from './observer.ts';
import { askWhoAmI } from './observer.ts';
import { readOpened } from './read-opened.ts';

/** The owner's own access to one object on one surface. */
interface OwnAccess {
  readonly address: string;
  readonly bytes: Uint8Array;
}

/**
 * Asks, as each viewer, for other patients' replays by the address that their owners were given. The owner opens the
 * same object through the same route before the first stranger asks and after the last one did.
 */
export async function probeAll(
  observer: Observer,
  probes: readonly PlannedProbe[],
  concurrency: number,
): Promise<void> {
  const objects = [...Map.groupBy(probes, objectKey).values()];
  const next = objects.values();
  const workers = Array.from({ length: concurrency }, async () => {
    for (const object of next) await probeObject(observer, object);
  });
  await Promise.all(workers);
}

function objectKey({ owner, consultation, surface }: PlannedProbe): string {
  return `${surface} ${owner}/${consultation}`;
}

async function probeObject(observer: Observer, probes: readonly PlannedProbe[]): Promise<void> {
  const [first] = probes;
  if (first === undefined) return;
  const before = await ownAccess(observer, first);
  const asked: Omit<ProbeEntry, 'owned'>[] = [];
  for (const probe of probes) asked.push(await ask(observer, probe, before));
  const after = before && (await opensOwn(observer, first, before.address));
  for (const entry of asked)
    observer.record({ ...entry, owned: { before: before !== undefined, after: after ?? false } });
}

/** Finds the owner's object among what the owner is shown: the one whose content is of the probed consultation. */
async function ownAccess(observer: Observer, probe: PlannedProbe): Promise<OwnAccess | undefined> {
  const { owner, surface: id } = probe;
  const session = observer.participants.get(owner)?.session;
  const surface = session?.surface(id);
  if (surface?.open === undefined) return undefined;
  try {
    for (const { address } of await surface.enumerate()) {
      if (address === undefined) continue;
      const opened = await surface.open(address);
      const opening = await readOpened(observer.reader, surface.content, opened);
      if (isOf(observer, probe, opening)) return { address, bytes: opened.response.body };
    }
  } catch {
    // Without the owner's own access nothing is proven; the entry says so.
  }
  return undefined;
}

function isOf(
  { participants }: Observer,
  { owner, consultation }: PlannedProbe,
  { sightings }: Opening,
): boolean {
  return sightings.some(
    (sighting) =>
      sighting.integrity === 'authentic' &&
      sighting.patient === owner &&
      (sighting.consultation ?? participants.get(owner)?.consultationOfTake(sighting.take)) ===
        consultation,
  );
}

async function opensOwn(
  observer: Observer,
  probe: PlannedProbe,
  address: string,
): Promise<boolean> {
  const surface = observer.participants.get(probe.owner)?.session.surface(probe.surface);
  try {
    const opened = await surface?.open?.(address);
    if (opened === undefined || surface === undefined) return false;
    return isOf(observer, probe, await readOpened(observer.reader, surface.content, opened));
  } catch {
    return false;
  }
}

async function ask(
  observer: Observer,
  { kind: _, ...probe }: PlannedProbe,
  own: OwnAccess | undefined,
): Promise<Omit<ProbeEntry, 'owned'>> {
  const at = observer.clock();
  const viewer = observer.participants.get(probe.viewer);
  const before = viewer ? await askWhoAmI(observer, viewer) : 'not asked';
  const answer = own && (await open(observer, probe.viewer, probe.surface, own));
  const after = viewer ? await askWhoAmI(observer, viewer) : 'not asked';
  return {
    type: 'probe',
    at,
    until: observer.clock(),
    ...probe,
    signedIn: { before, after },
    ...(answer ?? { outcome: 'indeterminate', reason: 'the owner was not given the object' }),
  };
}

async function open(
  observer: Observer,
  viewer: number,
  id: SurfaceId,
  own: OwnAccess,
): Promise<Pick<ProbeEntry, 'outcome' | 'reason' | 'opening'>> {
  try {
    const surface = observer.participants.get(viewer)?.session.surface(id);
    const opened = await surface?.open?.(own.address);
    if (surface === undefined || opened === undefined)
      return { outcome: 'indeterminate', reason: 'the driver has no such surface' };
    const opening = await readOpened(observer.reader, surface.content, opened);
    const isForeign = opening.sightings.some(
      (one) => one.integrity === 'authentic' && one.patient !== viewer,
    );
    const isTheSame = own.bytes.length > 0 && Buffer.compare(own.bytes, opened.response.body) === 0;
    if (isForeign || isTheSame) return { outcome: 'served', opening };
    // A refusal whose body nobody can read may have handed the object over all the same.
    const isRead = opening.sightings.every(({ integrity }) => integrity === 'authentic');
    if (opening.result === 'refused' && isRead) return { outcome: 'refused', opening };
    return {
      outcome: 'indeterminate',
      reason: opening.note ?? `the answer was ${opening.result}, and nothing in it says whose`,
      opening,
    };
  } catch (error) {
    return {
      outcome: 'indeterminate',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}
