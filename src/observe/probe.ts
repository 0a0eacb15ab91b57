import type { Opening, SeenItem } from '../history/history.ts';
import { itemOf } from './look.ts';
import type { PlannedProbe } from '../plan/plan.ts';
import type { ListedReplay, PieceOfReplay, Surface } from '../act/surface.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { Observer, ProbeEntry } from './observer.ts';
import { askWhoAmI } from './observer.ts';
import { readOpened } from './read-opened.ts';

/** The owner's own access to one object on one surface. */
interface OwnAccess {
  readonly listed: ListedReplay;
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** Every way to what there is of one consultation; without any, asking as somebody else would prove nothing. */
type OwnAccesses = readonly [OwnAccess, ...OwnAccess[]] | { readonly reason: string };

/** A probe without what tells it apart from other checks. */
type PlannedOnly = Pick<PlannedProbe, 'viewer' | 'surface'>;

const worstFirst: readonly ProbeEntry['outcome'][] = ['served', 'indeterminate', 'refused'];

type Answer = Pick<ProbeEntry, 'outcome' | 'reason' | 'opening'>;

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
  for (const probe of probes) asked.push(await ask(observer, probe, before));
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
  const notGiven = 'the owner was not given the object';
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
  { kind: _, phase: __, ...probe }: PlannedProbe,
  own: OwnAccesses,
): Promise<Omit<ProbeEntry, 'owned'>> {
  const at = observer.clock();
  const viewer = observer.participants.get(probe.viewer);
  const before = viewer ? await askWhoAmI(observer, viewer) : 'not asked';
  const answer =
    'reason' in own
      ? ({ outcome: 'indeterminate', reason: own.reason } as const)
      : await openEach(observer, probe, own);
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

/** One that was served outweighs any number of refusals, and so does one that nobody can tell. */
async function openEach(
  observer: Observer,
  { viewer, surface }: PlannedOnly,
  [first, ...others]: readonly [OwnAccess, ...OwnAccess[]],
): Promise<Answer> {
  let worst = await open(observer, viewer, surface, first);
  for (const own of others) {
    const answer = await open(observer, viewer, surface, own);
    if (worstFirst.indexOf(answer.outcome) < worstFirst.indexOf(worst.outcome)) worst = answer;
  }
  return worst;
}

async function open(
  observer: Observer,
  viewer: number,
  id: SurfaceId,
  own: OwnAccess,
): Promise<Answer> {
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
    const { response, asWhole, pieces = [] } = opened;
    const isTheSame =
      [response, asWhole].some(
        (answer) => own.bytes.length > 0 && answer && Buffer.compare(own.bytes, answer.body) === 0,
      ) || pieces.some((piece) => isPieceOf(own.bytes, piece));
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

/** Fewer bytes than these may stand in two files by chance. */
const tellingBytes = 256;

/** Whether the answer holds a part of the object, at its place. */
function isPieceOf(whole: Uint8Array, { response, from }: PieceOfReplay): boolean {
  const { body } = response;
  const slice = whole.subarray(from, from + body.length);
  return body.length >= tellingBytes && Buffer.compare(slice, body) === 0;
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
