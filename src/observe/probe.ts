import type { Opening } from '../history/history.ts';
import type { PlannedProbe } from '../plan/plan.ts';
import type { Surface } from '../act/surface.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { Observer, ProbeEntry } from './observer.ts';
import { askWhoAmI } from './observer.ts';
import { readOpened } from './read-opened.ts';

/** The owner's own access to one object on one surface. */
interface OwnAccess {
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** Why the owner has none, so that asking for it as somebody else would prove nothing. */
interface NoAccess {
  readonly reason: string;
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
  const owned =
    'reason' in before
      ? { before: false, after: false }
      : { before: true, after: await opensOwn(observer, first, before.address) };
  for (const entry of asked) observer.record({ ...entry, owned });
}

/** Finds the owner's object among what the owner is shown: the one whose content is of the probed consultation. */
async function ownAccess(observer: Observer, probe: PlannedProbe): Promise<OwnAccess | NoAccess> {
  const { owner, surface: id } = probe;
  const session = observer.participants.get(owner)?.session;
  const surface = session?.surface(id);
  const notGiven = 'the owner was not given the object';
  if (surface?.open === undefined) return { reason: notGiven };
  try {
    for (const { address } of await surface.enumerate()) {
      if (address === undefined) continue;
      const opened = await surface.open(address);
      const opening = await readOpened(observer.reader, surface.content, opened);
      if (isOf(observer, probe, opening)) return { address, bytes: opened.response.body };
    }
  } catch (error) {
    return { reason: `${notGiven}: ${error instanceof Error ? error.message : String(error)}` };
  }
  return { reason: notGiven };
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
  own: OwnAccess | NoAccess,
): Promise<Omit<ProbeEntry, 'owned'>> {
  const at = observer.clock();
  const viewer = observer.participants.get(probe.viewer);
  const before = viewer ? await askWhoAmI(observer, viewer) : 'not asked';
  const answer =
    'reason' in own
      ? ({ outcome: 'indeterminate', reason: own.reason } as const)
      : await open(observer, probe.viewer, probe.surface, own);
  const after = viewer ? await askWhoAmI(observer, viewer) : 'not asked';
  return {
    type: 'probe',
    at,
    until: observer.clock(),
    ...probe,
    signedIn: { before, after },
    ...answer,
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
    const opening = asGiven(
      viewer,
      surface.content,
      await readOpened(observer.reader, surface.content, opened),
    );
    const isForeign = opening.sightings.some(
      (one) => one.integrity === 'authentic' && one.patient !== viewer,
    );
    const isTheSame = [opened.response, opened.asWhole].some(
      (answer) => own.bytes.length > 0 && answer && Buffer.compare(own.bytes, answer.body) === 0,
    );
    if (isForeign || isTheSame) return { outcome: 'served', opening };
    // A refusal whose body nobody can read may have handed the object over all the same.
    const isRead = opening.sightings.every(({ integrity }) => integrity === 'authentic');
    if (opening.result === 'refused' && isRead) return { outcome: 'refused', opening };
    const came =
      opening.note ?? `an answer that was ${opening.result} and does not say whose it is`;
    return {
      outcome: 'indeterminate',
      reason: `Asked for another’s replay, the target gave ${came}, which is no refusal.`,
      opening,
    };
  } catch (error) {
    return {
      outcome: 'indeterminate',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

/**
 * What holds the asker's own content alone is not the owner's object, and neither is text with nothing of the owner's
 * in it, since text can be read to its end: whatever the status, nothing was given, and nothing was refused.
 */
function asGiven(viewer: number, content: Surface['content'], opening: Opening): Opening {
  const { result, status, sightings } = opening;
  const isOwn = sightings.every((one) => one.integrity === 'authentic' && one.patient === viewer);
  const isOther = isOwn && (content === 'text' || sightings.length > 0);
  if (!isOther || result !== 'delivered') return opening;
  const what = sightings.length > 0 ? 'the asker’s own' : 'something else';
  return { ...opening, result: 'failed', note: `status ${status} with ${what}` };
}
