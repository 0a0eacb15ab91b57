import type { Participant } from '../act/participant.ts';
import type { ListedReplay, Surface } from '../act/surface.ts';
import type { Opening, SeenItem } from '../history/history.ts';
import type { ReplayClaim } from '../model/replay.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { LookEntry, Observer } from './observer.ts';
import { readOpened } from './read-opened.ts';
import { readText } from './read-text.ts';
import { whoBegins, whoEnds } from './who-begins.ts';

/** What a look is for. */
export interface LookRequest {
  readonly check: string;
  readonly viewer: number;
  readonly surface: SurfaceId;
  readonly phase: LookEntry['phase'];
  /** Whose device it is, where it is not the viewer's own. */
  readonly device?: number | undefined;
}

/**
 * Looks at one surface as one patient: lists everything, opens everything, reads what is in it, and asks before and
 * after who is signed in. Records what was seen; a look that could not be finished is recorded as failed.
 */
export async function look(observer: Observer, request: LookRequest): Promise<LookEntry> {
  const participant = observer.participants.get(request.viewer);
  const at = observer.clock();
  const before = participant ? await whoBegins(observer, participant) : 'not asked';
  const heardBefore = participant?.responses() ?? 0;
  const seen = await seeAll(observer, participant, request);
  const responses = (participant?.responses() ?? 0) - heardBefore;
  const after = participant ? await whoEnds(observer, participant) : 'not asked';
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
  for (const one of items) if (provesToBe(one, viewer)) objects.add(one.item, viewer);
}

/** Whether picture or sound of the viewer was read in it. */
function provesToBe({ opening }: SeenItem, viewer: number): boolean {
  const sightings = opening?.sightings ?? [];
  return sightings.some(
    (one) => one.integrity === 'authentic' && one.track !== 'text' && one.patient === viewer,
  );
}

async function seeAll(
  observer: Observer,
  participant: Participant | undefined,
  { viewer, surface: id }: LookRequest,
): Promise<Pick<LookEntry, 'outcome' | 'reason' | 'items' | 'counted'>> {
  const surface = participant?.session.surface(id);
  if (surface === undefined)
    return { outcome: 'failed', reason: 'the driver has no such surface', items: [] };
  const items: SeenItem[] = [];
  try {
    for (const listed of await surface.enumerate()) {
      const item = await see(observer, surface, listed);
      if (listed.address !== undefined && provesToBe(item, viewer))
        observer.links.learn(viewer, id, listed.address);
      items.push(item);
    }
    const counted = surface.counted?.();
    return { outcome: 'seen', items, ...(counted === undefined ? {} : { counted }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', reason, items };
  }
}

/** A time is compared as text, so all are written in one form; what is none stays as it is, to be doubted. */
function sameForm({ startsAt, ...claim }: ReplayClaim): ReplayClaim {
  const instant = startsAt === undefined ? Number.NaN : Date.parse(startsAt);
  if (startsAt === undefined) return claim;
  return { ...claim, startsAt: Number.isNaN(instant) ? startsAt : new Date(instant).toISOString() };
}

async function see(observer: Observer, surface: Surface, listed: ListedReplay): Promise<SeenItem> {
  const { address } = listed;
  if (surface.open === undefined) return itemOf(observer, listed);
  if (address === undefined)
    return itemOf(observer, listed, {
      result: 'not-ready',
      bytes: 0,
      durationMs: 0,
      sightings: [],
    });
  const opened = await surface.open(address);
  return itemOf(observer, listed, await readOpened(observer.reader, surface.content, opened));
}

/** What a listing says of an item, and what opening it gave, as the history keeps it. */
export function itemOf(
  { reader }: Observer,
  { item, claim, text }: ListedReplay,
  opening?: Opening,
): SeenItem {
  const seen = { item, claim: sameForm(claim), listing: readText(reader, text) };
  return opening === undefined ? seen : { ...seen, opening };
}
