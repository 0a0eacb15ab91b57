import type { EntryOf, Opening, SeenItem } from '../history/history.ts';
import type { Sighting } from '../history/sighting.ts';
import type { ExposureLevel } from '../model/exposure-level.ts';
import { worseLevel } from '../model/exposure-level.ts';
import type { ReplayClaim } from '../model/replay.ts';
import type { SurfaceId } from '../model/surface.ts';
import { browserSurfaces, openedSurfaces, recordingSurfaces } from '../model/surface.ts';
import type { TakeOf } from './longest-loss.ts';
import { longestLossMs } from './longest-loss.ts';
import { coveredMs, longestGapMs } from './stretches.ts';

type Look = EntryOf<'look'>;

/** Where a viewer met an item on one surface, and how far they got. */
export interface Appearance {
  readonly surface: SurfaceId;
  /** The first entry that showed it. */
  readonly at: number;
  readonly line: number;
  /** On whose device that was, where it was another patient's. */
  readonly device: number | undefined;
  level: ExposureLevel;
  /** Every distinct thing read from it here, with the milliseconds for which it was seen at most. */
  readonly contents: Map<string, { readonly sighting: Sighting; ms: number }>;
  /**
   * What opening it in the final sweep gave, once for each time that it was listed: a replay may be kept in several files.
   * Empty before that and on surfaces that only list.
   */
  settled: readonly Opening[];
  /** The look that gave it. */
  settledAt: number | undefined;
  isInFinalSweep: boolean;
  /** Why it could not be opened in the final sweep, each way once; empty where it was, or need not be. */
  readonly unopened: Set<Exclude<Opening['result'], 'delivered'> | 'never opened'>;
  /** How often a recording came here, in whichever phase, of which nothing was read. */
  blank: number;
  /** The longest stretch of a recording's time, in ms, that was neither read nor found unreadable. */
  unaccountedMs: number;
  /** The longest stretch, in ms, of which a voice or the picture says nothing while the rest goes on. */
  lostMs: number;
}

/** One replay as one viewer met it, on all surfaces. */
export interface LedgerItem {
  readonly viewer: number;
  readonly item: string;
  /** Every different thing that the product said of it. */
  readonly claims: Map<string, ReplayClaim>;
  readonly appearances: Map<SurfaceId, Appearance>;
}

/** Everything that the patients of one cohort were shown, by viewer and the product's id of the replay. */
export class ItemLedger {
  readonly #items = new Map<number, Map<string, LedgerItem>>();
  readonly #older = new Map<number, Set<string>>();
  readonly #takeOf: TakeOf;

  constructor(takeOf: TakeOf) {
    this.#takeOf = takeOf;
  }

  see(look: Look, line: number): void {
    if (isOfTheDriver(look)) return;
    for (const item of look.items) this.#seeItem(look, item, line);
  }

  /** Notes what was in an account before anybody did anything in it. */
  seeBaseline({ viewer, items }: EntryOf<'baseline'>): void {
    this.#older.set(viewer, new Set([...(this.#older.get(viewer) ?? []), ...items]));
  }

  /** Items of the run: those that were there before it are nobody's doing, unless something of the run is read in them. */
  items(): LedgerItem[] {
    return [...this.#items.keys()].flatMap((viewer) => this.itemsOf(viewer));
  }

  /** Items of the run that one patient was shown. */
  itemsOf(viewer: number): LedgerItem[] {
    const items = [...(this.#items.get(viewer)?.values() ?? [])];
    const older = this.#older.get(viewer);
    return older === undefined
      ? items
      : items.filter((item) => !older.has(item.item) || holdsAnythingOfTheRun(item));
  }

  /** How many items the account of this patient held before the run. */
  olderItemsOf(viewer: number): number {
    return this.#older.get(viewer)?.size ?? 0;
  }

  #seeItem(look: Look, seen: SeenItem, line: number): void {
    const items = this.#items.get(look.viewer) ?? new Map<string, LedgerItem>();
    this.#items.set(look.viewer, items);
    const item = items.get(seen.item) ?? {
      viewer: look.viewer,
      item: seen.item,
      claims: new Map<string, ReplayClaim>(),
      appearances: new Map<SurfaceId, Appearance>(),
    };
    items.set(seen.item, item);
    item.claims.set(JSON.stringify(seen.claim), seen.claim);
    const appearance = item.appearances.get(look.surface) ?? newAppearance(look, line);
    item.appearances.set(look.surface, appearance);
    appearance.level = worseLevel(appearance.level, levelOf(look.surface, seen));
    addContents(appearance, [...seen.listing, ...(seen.opening?.sightings ?? [])]);
    this.#account(appearance, seen.opening);
    if (look.phase !== 'settled') return;
    appearance.isInFinalSweep = true;
    const before = appearance.settledAt === line ? appearance.settled : [];
    appearance.settled = seen.opening === undefined ? before : [...before, seen.opening];
    appearance.settledAt = line;
    const result = seen.opening?.result;
    if (result !== 'delivered' && openedSurfaces.includes(look.surface))
      appearance.unopened.add(result ?? 'never opened');
  }

  /** A reader that loses a stretch without a word, or all of it, has to be noticed. */
  #account(appearance: Appearance, opening: Opening | undefined): void {
    if (opening?.result !== 'delivered' || !recordingSurfaces.includes(appearance.surface)) return;
    const recorded = opening.sightings.filter(({ track }) => track !== 'text');
    if (recorded.length === 0) appearance.blank += 1;
    const sound = recorded.filter(({ track }) => track === 'sound');
    const unaccounted = longestGapMs(sound, opening.durationMs);
    appearance.unaccountedMs = Math.max(appearance.unaccountedMs, unaccounted);
    const lost = longestLossMs(recorded, this.#takeOf);
    appearance.lostMs = Math.max(appearance.lostMs, lost);
  }
}

/** What is shown on another's device without a request came from no product: the driver kept it. Pages may keep things too. */
function isOfTheDriver({ device, responses, surface }: Look): boolean {
  return device !== undefined && responses === 0 && !browserSurfaces.includes(surface);
}

function holdsAnythingOfTheRun({ appearances }: LedgerItem): boolean {
  return [...appearances.values()].some(({ contents }) =>
    [...contents.values()].some(({ sighting }) => sighting.integrity === 'authentic'),
  );
}

function newAppearance(look: Look, line: number): Appearance {
  return {
    surface: look.surface,
    at: look.at,
    line,
    device: look.device,
    level: 'listed',
    contents: new Map(),
    settled: [],
    settledAt: undefined,
    isInFinalSweep: false,
    unopened: new Set(),
    blank: 0,
    unaccountedMs: 0,
    lostMs: 0,
  };
}

/** Who comes and goes is seen for as long as all of it takes; what is not read counts by its longest stretch. */
function addContents({ contents }: Appearance, sightings: readonly Sighting[]): void {
  for (const [key, same] of Map.groupBy(sightings, contentKey)) {
    const [sighting] = same;
    if (sighting === undefined) continue;
    const ms =
      sighting.integrity === 'authentic'
        ? coveredMs(same)
        : Math.max(...same.map(({ fromMs = 0, toMs = 0 }) => toMs - fromMs));
    const known = contents.get(key);
    if (known) known.ms = Math.max(known.ms, ms);
    else contents.set(key, { sighting, ms });
  }
}

function contentKey(sighting: Sighting): string {
  return sighting.integrity === 'authentic'
    ? `${sighting.patient}/${sighting.take}/${sighting.track}/${sighting.role}`
    : `${sighting.integrity}/${sighting.track}/${sighting.toMs === undefined ? 'whole' : 'stretch'}`;
}

/** How far opening the item got; text of a detail page counts as listed, since it shows no recording. */
function levelOf(surface: SurfaceId, { opening }: SeenItem): ExposureLevel {
  if (opening?.result !== 'delivered') return 'listed';
  if (surface === 'replay-detail' || surface === 'replays-page' || surface === 'replay-list')
    return 'listed';
  if (opening.bytes === 0) return 'reachable';
  return opening.sightings.some(({ integrity }) => integrity === 'authentic')
    ? 'content seen'
    : 'delivered';
}
