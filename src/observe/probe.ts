import type { Opening, SeenItem } from '../history/history.ts';
import { itemOf } from './look.ts';
import type { PlannedProbe } from '../plan/plan.ts';
import type { OwnAccess } from './ask-for-anothers.ts';
import { askerOf, openEach } from './ask-for-anothers.ts';
import type { Observer, ProbeEntry } from './observer.ts';
import { askWhoAmI } from './observer.ts';
import { readOpened } from './read-opened.ts';

/** Every way to what there is of one consultation; without any, asking as somebody else would prove nothing. */
type OwnAccesses = readonly [OwnAccess, ...OwnAccess[]] | { readonly reason: string };

/**
 * Asks, as each viewer, for other patients' replays by the addresses that their owners were given: a consultation may
 * have several recordings. The owner opens the same through the same route before the first stranger asks and after
 * the last one did.
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

/** Makes one probe while things go on. Whoever asks is behind the barrier with all others, so they begin by saying who they are. */
export async function probeMeanwhile(observer: Observer, probe: PlannedProbe): Promise<void> {
  const viewer = observer.participants.get(probe.viewer);
  if (viewer !== undefined) await askWhoAmI(observer, viewer);
  await probeObject(observer, [probe]);
}

function objectKey({ owner, consultation, surface }: PlannedProbe): string {
  return `${surface} ${owner}/${consultation}`;
}

async function probeObject(observer: Observer, probes: readonly PlannedProbe[]): Promise<void> {
  const [first] = probes;
  if (first === undefined) return;
  const before = await ownAccesses(observer, first);
  const asked: Omit<ProbeEntry, 'owned'>[] = [];
  for (const probe of probes) {
    // A product that works once for all who ask at a time may forget for whom: the first asks beside the owner.
    const beside =
      probe === first && !('reason' in before)
        ? () => opensOwn(observer, probe, before[0])
        : undefined;
    asked.push(await ask(observer, probe, before, beside));
  }
  const owned =
    'reason' in before
      ? { before: false, after: false }
      : { before: true, after: await opensAll(observer, first, before) };
  for (const entry of asked) observer.record({ ...entry, owned });
}

/** Finds, among what the owner is shown, everything whose content is of the probed consultation. */
async function ownAccesses(observer: Observer, probe: PlannedProbe): Promise<OwnAccesses> {
  const { owner, surface: id } = probe;
  const session = observer.participants.get(owner)?.session;
  const surface = session?.surface(id);
  const notGiven =
    'its own patient was not given the recording, so that refusing it proves nothing';
  if (surface?.open === undefined) return { reason: notGiven };
  const found: OwnAccess[] = [];
  try {
    for (const listed of await surface.enumerate()) {
      const { address } = listed;
      if (address === undefined) continue;
      const opened = await surface.open(address);
      const opening = await readOpened(observer.reader, surface.content, opened);
      await recordIfStrange(observer, probe, itemOf(observer, listed, opening));
      const { body: bytes } = opened.response;
      const isKnown = found.some((one) => Buffer.compare(one.bytes, bytes) === 0);
      if (!isKnown && isOf(observer, probe, opening)) found.push({ listed, address, bytes });
    }
  } catch (error) {
    return { reason: `${notGiven}: ${error instanceof Error ? error.message : String(error)}` };
  }
  const [first, ...others] = found;
  return first === undefined ? { reason: notGiven } : [first, ...others];
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

async function opensAll(
  observer: Observer,
  probe: PlannedProbe,
  accesses: readonly OwnAccess[],
): Promise<boolean> {
  for (const access of accesses) if (!(await opensOwn(observer, probe, access))) return false;
  return true;
}

async function opensOwn(
  observer: Observer,
  probe: PlannedProbe,
  { listed, address }: OwnAccess,
): Promise<boolean> {
  const surface = observer.participants.get(probe.owner)?.session.surface(probe.surface);
  try {
    const opened = await surface?.open?.(address);
    if (opened === undefined || surface === undefined) return false;
    const opening = await readOpened(observer.reader, surface.content, opened);
    await recordIfStrange(observer, probe, itemOf(observer, listed, opening));
    return isOf(observer, probe, opening);
  } catch {
    return false;
  }
}

/**
 * What the owner was given around a probe is looked at like any other: not all of it may be theirs. An owner of another
 * cohort is probed there too, and only there their calls are known.
 */
async function recordIfStrange(
  observer: Observer,
  { check, viewer, owner, surface, phase }: PlannedProbe,
  item: SeenItem,
): Promise<void> {
  const sightings = [...item.listing, ...(item.opening?.sightings ?? [])];
  if (sightings.every((one) => one.integrity === 'authentic' && one.patient === owner)) return;
  const participant = observer.participants.get(owner);
  if (participant?.cohort !== observer.participants.get(viewer)?.cohort) return;
  const at = observer.clock();
  const signedIn = participant ? await askWhoAmI(observer, participant) : 'not asked';
  observer.record({
    type: 'look',
    at,
    until: observer.clock(),
    check: `${check}/owner`,
    viewer: owner,
    surface,
    phase: phase === 'overlap' ? phase : 'settling',
    signedIn: { before: signedIn, after: signedIn },
    outcome: 'seen',
    responses: 1,
    items: [item],
  });
}

async function ask(
  observer: Observer,
  planned: PlannedProbe,
  own: OwnAccesses,
  beside?: () => Promise<unknown>,
): Promise<Omit<ProbeEntry, 'owned'>> {
  const { kind: _, phase: __, session: ___, ...probe } = planned;
  const at = observer.clock();
  const viewer = await askerOf(observer, planned);
  const before = viewer ? await askWhoAmI(observer, viewer) : 'not asked';
  const [answer] = await Promise.all([
    'reason' in own
      ? ({ outcome: 'indeterminate', reason: own.reason } as const)
      : openEach(observer, { ...planned, asker: viewer?.session }, own),
    beside?.(),
  ]);
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
