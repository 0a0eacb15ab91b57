import type { EntryOf } from '../../history/history.ts';
import type { Sighting } from '../../history/sighting.ts';
import type { SurfaceId } from '../../model/surface.ts';
import { openedSurfaces, surfaces } from '../../model/surface.ts';
import type { ActedTrial } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';
import { absentSurfacesOf } from './acted-trial.ts';

type Look = EntryOf<'look'>;

/** In what a patient's own canary has to be read where replays are opened. */
const tracksOf: Readonly<Partial<Record<SurfaceId, readonly Sighting['track'][]>>> = {
  'replay-detail': ['text'],
  media: ['picture', 'sound'],
  thumbnail: ['picture'],
  player: ['picture', 'sound'],
};

/** Tells of each surface whether both patients were shown their own on it, and whether it could be read. */
export function trialOfSurfaces(acted: ActedTrial): TriedPart[] {
  const absent = absentSurfacesOf(acted);
  const planned = acted
    .flatMap(({ plan }) => plan.checks)
    .filter((check) => check.kind === 'look')
    .filter(({ phase }) => phase === 'settled');
  const looks = acted
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.type === 'look')
    .filter(({ phase }) => phase === 'settled');
  // A look that was too early was taken again, and the last one counts.
  const last = [...new Map(looks.map((look) => [look.check, look])).values()];
  return surfaces.flatMap((surface): TriedPart[] => {
    const reason = absent[surface];
    if (reason !== undefined) return [{ part: surface, state: 'missing', said: reason }];
    const { length } = planned.filter((look) => look.surface === surface);
    if (length === 0) return [];
    return [
      triedSurface(
        surface,
        length,
        last.filter((look) => look.surface === surface),
      ),
    ];
  });
}

function triedSurface(part: SurfaceId, planned: number, looks: readonly Look[]): TriedPart {
  const troubles = looks.flatMap((look) => troubleOf(look) ?? []);
  const seen = looks.length - troubles.length;
  const said = `seen by ${seen} of ${planned} patients`;
  const [first] = troubles;
  if (first !== undefined) return { part, ...first, said: `${said}: ${first.said}` };
  return seen === planned
    ? { part, state: 'seen', said: `${said}${whatWasRead(part)}` }
    : { part, state: 'unseen', said: `${said}: nobody came to look at it` };
}

function whatWasRead(surface: SurfaceId): string {
  const tracks = tracksOf[surface];
  return tracks === undefined ? '' : `, their own canary read in ${tracks.join(' and ')}`;
}

type Trouble = Pick<TriedPart, 'said'> & { readonly state: 'blocked' | 'unseen' };

/** Why a look shows nothing; undefined where it shows what it should. */
function troubleOf({
  outcome,
  reason,
  signedIn,
  viewer,
  items,
  surface,
}: Look): Trouble | undefined {
  const unseen = (said: string): Trouble => ({ state: 'unseen', said });
  if (outcome !== 'seen') return unseen(reason ?? 'the driver gave no reason');
  if (signedIn.before !== viewer || signedIn.after !== viewer)
    return unseen('whoAmI does not name the patient whose session it is');
  if (surface === 'error-page') return undefined;
  if (items.length === 0) return unseen('no replay is listed, and the patient had a call');
  if (!openedSurfaces.includes(surface)) return undefined;
  for (const { opening, item } of items) {
    if (opening === undefined) return unseen(`replay ${item} has no address to open`);
    if (opening.result === 'delivered') continue;
    const note = opening.note ?? `status ${opening.status ?? 'unknown'}`;
    if (opening.result === 'refused')
      return { state: 'blocked', said: `the owner is refused replay ${item}: ${note}` };
    return unseen(`replay ${item} cannot be opened: ${note}`);
  }
  const read = items
    .flatMap(({ opening }) => opening?.sightings ?? [])
    .filter((one) => one.integrity === 'authentic' && one.patient === viewer);
  const unread = (tracksOf[surface] ?? []).filter(
    (track) => !read.some((one) => one.track === track),
  );
  return unread.length === 0
    ? undefined
    : unseen(`no canary of the patient’s own was read in its ${unread.join(' and ')}`);
}
