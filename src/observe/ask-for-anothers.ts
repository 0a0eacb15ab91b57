import type { Opening } from '../history/history.ts';
import type { RawResponse } from '../act/raw-response.ts';
import type { PlannedProbe } from '../plan/plan.ts';
import type { ListedReplay, PieceOfReplay, Surface } from '../act/surface.ts';
import type { PatientSession } from '../act/target-driver.ts';
import { mixedLinks } from './mixed-links.ts';
import type { Observer, ProbeEntry } from './observer.ts';
import { readOpened } from './read-opened.ts';

/** The owner's own access to one object on one surface. */
export interface OwnAccess {
  readonly listed: ListedReplay;
  readonly address: string;
  readonly bytes: Uint8Array;
}

/** A probe with the session in which it is made. */
export type Asking = Pick<PlannedProbe, 'viewer' | 'surface' | 'session'> & {
  readonly asker: PatientSession | undefined;
};

const worstFirst: readonly ProbeEntry['outcome'][] = ['served', 'indeterminate', 'refused'];

type Answer = Pick<ProbeEntry, 'outcome' | 'reason' | 'opening'>;

/** With whose session is asked: the viewer's own, or one in which nobody signed in. */
export async function askerOf(
  { participants }: Observer,
  { viewer, session }: PlannedProbe,
): Promise<{ readonly session: PatientSession } | undefined> {
  const participant = participants.get(viewer);
  if (session === 'own') return participant;
  const signedOut = await participant?.signedOut?.();
  return signedOut && { session: signedOut };
}

/** One that was served outweighs any number of refusals, and so does one that nobody can tell. */
export async function openEach(
  observer: Observer,
  asking: Asking,
  [first, ...others]: readonly [OwnAccess, ...OwnAccess[]],
): Promise<Answer> {
  let worst = await open(observer, asking, first);
  for (const own of others) {
    const answer = await open(observer, asking, own);
    if (worstFirst.indexOf(answer.outcome) < worstFirst.indexOf(worst.outcome)) worst = answer;
  }
  return (await openMixed(observer, asking, first)) ?? worst;
}

/** Asks with what a stranger can put together from a link of their own; whatever else comes of that proves nothing. */
async function openMixed(
  observer: Observer,
  asking: Asking,
  own: OwnAccess,
): Promise<Answer | undefined> {
  const { viewer, surface, session } = asking;
  const link = session === 'own' ? observer.links.take(viewer, surface) : undefined;
  for (const address of link === undefined ? [] : mixedLinks(link, own.address)) {
    const answer = await open(observer, asking, { ...own, address });
    if (answer.outcome === 'served') return answer;
  }
  return undefined;
}

async function open(
  observer: Observer,
  { viewer, surface: id, session, asker }: Asking,
  own: OwnAccess,
): Promise<Answer> {
  const came = observer.participants.get(viewer)?.answersFromNow?.();
  try {
    const surface = asker?.surface(id);
    const opened = await surface?.open?.(own.address);
    if (surface === undefined || opened === undefined)
      return { outcome: 'indeterminate', reason: 'the driver has no such surface' };
    const read = await readOpened(observer.reader, surface.content, opened);
    const given = asGiven(viewer, surface.content, read);
    const opening = session === 'none' ? asSentAway(given, surface.content) : given;
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
    if (opening.result === 'refused' && isRead)
      return came === undefined || came(response)
        ? { outcome: 'refused', opening }
        : { outcome: 'indeterminate', reason: invented(response), opening };
    const gave =
      opening.note ?? `an answer that was ${opening.result} and does not say whose it is`;
    return {
      outcome: 'indeterminate',
      reason: `Asked for another’s replay, the target gave ${gave}, which is no refusal.`,
      opening,
    };
  } catch (error) {
    return {
      outcome: 'indeterminate',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

function invented({ status }: RawResponse): string {
  return `The driver hands on a refusal with status ${status}, and no such answer came from the target. Hand on what came, as it came.`;
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

/**
 * Where nobody is signed in, being sent to sign in is what a refusal looks like: text without anything of the owner's in
 * it. To somebody who is, it would say that their session was lost.
 */
function asSentAway(opening: Opening, content: Surface['content']): Opening {
  const { status = 0, sightings, result } = opening;
  const isAnswered = status >= 200 && status < 400;
  return content === 'text' && result === 'failed' && isAnswered && sightings.length === 0
    ? { ...opening, result: 'refused' }
    : opening;
}
