import type { HistoryEntry } from '../../history/history.ts';
import type { Sighting } from '../../history/sighting.ts';
import type { SurfaceId } from '../../model/surface.ts';
import { openedSurfaces } from '../../model/surface.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import type { TriedPart } from './tried-part.ts';

type Look = Extract<HistoryEntry, { type: 'look' }>;

/** In what a patient's own canary has to be read where replays are opened. */
const tracksOf: Readonly<Partial<Record<SurfaceId, readonly Sighting['track'][]>>> = {
  'replay-detail': ['text'],
  media: ['picture', 'sound'],
  thumbnail: ['picture'],
  player: ['picture', 'sound'],
};

/** Tells of each surface whether both patients were shown their own on it, and whether it could be read. */
export class TrialOfSurfaces {
  readonly #planned = new Map<SurfaceId, number>();
  /** Each check's last look: one that was too early was taken again. */
  readonly #looks = new Map<string, Look>();
  readonly #absent = new Map<string, string>();

  plan({ checks }: PlannedCohort): void {
    for (const check of checks)
      if (check.kind === 'look' && check.phase === 'settled')
        this.#planned.set(check.surface, (this.#planned.get(check.surface) ?? 0) + 1);
  }

  see(entry: HistoryEntry): void {
    if (entry.type === 'start')
      for (const [surface, reason] of Object.entries(entry.absentSurfaces))
        this.#absent.set(surface, reason);
    if (entry.type === 'look' && entry.phase === 'settled') this.#looks.set(entry.check, entry);
  }

  parts(): TriedPart[] {
    return [...this.#planned].map(([surface, planned]) => {
      const absent = this.#absent.get(surface);
      if (absent !== undefined) return { part: surface, state: 'missing', said: absent };
      const looks = [...this.#looks.values()].filter((look) => look.surface === surface);
      const troubles = looks.flatMap((look) => troubleOf(look) ?? []);
      const seen = looks.length - troubles.length;
      const said = `seen by ${seen} of ${planned} patients`;
      const [first] = troubles;
      if (first !== undefined) return { part: surface, ...first, said: `${said}: ${first.said}` };
      return seen === planned
        ? { part: surface, state: 'seen', said: `${said}${whatWasRead(surface)}` }
        : { part: surface, state: 'unseen', said: `${said}: nobody came to look at it` };
    });
  }
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
