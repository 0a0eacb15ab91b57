import type { Participant } from '../act/participant.ts';
import type { ListedReplay, Surface } from '../act/surface.ts';
import type { SeenItem } from '../history/history.ts';
import type { ReplayClaim } from '../model/replay.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { LookEntry, Observer } from './observer.ts';
import { askWhoAmI } from './observer.ts';
import { readOpened } from './read-opened.ts';
import { readText } from './read-text.ts';

/** What a look is for. */
export interface LookRequest {
  readonly check: string;
  readonly viewer: number;
  readonly surface: SurfaceId;
  readonly phase: LookEntry['phase'];
}

/**
 * Looks at one surface as one patient: lists everything, opens everything, reads what is in it, and asks before and
 * after who is signed in. Records what was seen; a look that could not be finished is recorded as failed.
 */
export async function look(observer: Observer, request: LookRequest): Promise<LookEntry> {
  const participant = observer.participants.get(request.viewer);
  const at = observer.clock();
  const before = participant ? await askWhoAmI(observer, participant) : 'not asked';
  const heardBefore = participant?.responses() ?? 0;
  const seen = await seeAll(observer, participant, request.surface);
  const responses = (participant?.responses() ?? 0) - heardBefore;
  const after = participant ? await askWhoAmI(observer, participant) : 'not asked';
  const entry: LookEntry = {
    type: 'look',
    at,
    until: observer.clock(),
    ...request,
    signedIn: { before, after },
    responses,
    ...seen,
  };
  observer.record(entry);
  learnOwnReplays(observer, entry);
  return entry;
}

/** Remembers the ids of replays whose picture or sound proved to be the viewer's own. */
function learnOwnReplays({ objects }: Observer, { viewer, items }: LookEntry): void {
  for (const { item, opening } of items)
    if (
      opening?.sightings.some(
        (one) => one.integrity === 'authentic' && one.track !== 'text' && one.patient === viewer,
      )
    )
      objects.add(item, viewer);
}

async function seeAll(
  observer: Observer,
  participant: Participant | undefined,
  id: SurfaceId,
): Promise<Pick<LookEntry, 'outcome' | 'reason' | 'items'>> {
  const surface = participant?.session.surface(id);
  if (surface === undefined)
    return { outcome: 'failed', reason: 'the driver has no such surface', items: [] };
  const items: SeenItem[] = [];
  try {
    for (const listed of await surface.enumerate())
      items.push(await see(observer, surface, listed));
    return { outcome: 'seen', items };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', reason, items };
  }
}

/** A time is compared as text, so all are written in one form. */
function sameForm({ startsAt, ...claim }: ReplayClaim): ReplayClaim {
  const instant = startsAt === undefined ? Number.NaN : Date.parse(startsAt);
  return Number.isNaN(instant) ? claim : { ...claim, startsAt: new Date(instant).toISOString() };
}

async function see(observer: Observer, surface: Surface, listed: ListedReplay): Promise<SeenItem> {
  const { item, claim, text, address } = listed;
  const seen = { item, claim: sameForm(claim), listing: readText(observer.reader, text) };
  if (surface.open === undefined) return seen;
  if (address === undefined)
    return { ...seen, opening: { result: 'not-ready', bytes: 0, durationMs: 0, sightings: [] } };
  const opened = await surface.open(address);
  return { ...seen, opening: await readOpened(observer.reader, surface.content, opened) };
}
