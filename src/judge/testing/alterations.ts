import type { EntryOf, HistoryEntry, SeenItem } from '../../history/history.ts';
import type { Sighting } from '../../history/sighting.ts';
import type { SurfaceId } from '../../model/surface.ts';
import type { PlannedCohort } from '../../plan/plan.ts';

/** One place of a history in which one thing is changed. */
export interface Alteration {
  readonly what: string;
  readonly alter: (history: readonly HistoryEntry[]) => HistoryEntry[];
}

/** Entries without which everything that a promise needs is still there, each with the reason. */
export const harmlessToDrop: readonly (readonly [
  why: string,
  isHarmless: (entry: HistoryEntry, plan: PlannedCohort) => boolean,
])[] = [
  ['the reader refuses a history without its start', ({ type }) => type === 'start'],
  ['a barrier is a measurement', ({ type }) => type === 'barrier'],
  ['what the nemesis did is a measurement', ({ type }) => type === 'nemesis'],
  ['a request that was sent again is a measurement', ({ type }) => type === 'transport-error'],
  ['a look while the list settles is one more', (entry) => isLook(entry, 'settling')],
  ['who is signed in is asked at each look', (entry) => isAct(entry, 'register', 'sign-in')],
  ['a switch shows in what was sent after it', (entry) => isAct(entry, 'switch-to-video')],
  ['a consultation that nobody attends leaves nothing to show', isNeverAttended],
];

/** Whether a replay's content has to be read on this surface for it to count as whole. */
function isPlayed(surface: SurfaceId): boolean {
  return surface === 'media' || surface === 'player';
}

/** Every single change to this history after which it proves less than before, or the opposite. */
export function alterationsOf(plan: PlannedCohort, history: readonly HistoryEntry[]): Alteration[] {
  const ofEntries = history.flatMap((entry, index) =>
    changesOf(entry, plan, history).map(([what, altered]) => ({
      what: `${what} at line ${index + 1}, ${JSON.stringify(entry).slice(0, 160)}`,
      alter: (whole: readonly HistoryEntry[]) =>
        whole.flatMap((one, place) => (place === index ? altered : [one])),
    })),
  );
  return [...ofEntries, ...blankings(history)];
}

/** One replay's content gone from all looks of its owner at one surface. */
function blankings(history: readonly HistoryEntry[]): Alteration[] {
  const looks = history.filter((entry) => entry.type === 'look');
  const final = looks.filter(({ phase, surface }) => phase === 'settled' && isPlayed(surface));
  return final.flatMap(({ viewer, surface, items }) =>
    items.map(({ item }) => ({
      what: `${item} blank on ${surface} of ${viewer}`,
      alter: (whole: readonly HistoryEntry[]) =>
        whole.map((entry) =>
          entry.type === 'look' && entry.viewer === viewer && entry.surface === surface
            ? { ...entry, items: entry.items.map((one) => (one.item === item ? blank(one) : one)) }
            : entry,
        ),
    })),
  );
}

function blank(item: SeenItem): SeenItem {
  if (item.opening === undefined) return item;
  return { ...item, opening: { ...item.opening, sightings: [] } };
}

/** Every place at which a history can be cut off. */
export function cutsOf(history: readonly HistoryEntry[]): Alteration[] {
  return history.map((_, index) => ({
    what: `cut before line ${index + 1}`,
    alter: (whole) => whole.slice(0, index),
  }));
}

type Change = readonly [what: string, altered: HistoryEntry[]];

function changesOf(
  entry: HistoryEntry,
  plan: PlannedCohort,
  history: readonly HistoryEntry[],
): Change[] {
  if (entry.type === 'look' && entry.phase === 'settling') return changesOfLook(entry);
  if (harmlessToDrop.some(([, isHarmless]) => isHarmless(entry, plan))) return [];
  const dropped: Change = ['dropped', []];
  if (entry.type === 'look')
    return [dropped, ...changesOfLook(entry), ...exchangesOf(entry, history)];
  if (entry.type === 'probe') return [dropped, ...changesOfProbe(entry)];
  if (entry.type !== 'act') return [dropped];
  const { claimed: _, ...refused } = entry;
  return [dropped, ['refused', [{ ...refused, outcome: 'refused', reason: 'altered' }]]];
}

function changesOfLook(look: EntryOf<'look'>): Change[] {
  const stranger = look.viewer + 1;
  const changed = (what: string, more: Partial<typeof look>): Change => [
    what,
    [{ ...look, ...more }],
  ];
  const strangers = look.items.flatMap((item, place) =>
    sightingsOf(item).map((_, which) =>
      changed('sighting given to another patient', {
        items: look.items.with(place, withStranger(item, which, stranger)),
      }),
    ),
  );
  const signedInAs = changed('another signed in', {
    signedIn: { before: look.viewer, after: stranger },
  });
  if (look.phase !== 'settled') return [...strangers, signedInAs];
  const dropped = look.items.map((_, place) =>
    changed('item dropped', { items: look.items.toSpliced(place, 1) }),
  );
  const closed = look.items.flatMap((item, place) =>
    item.opening
      ? [
          changed('opening failed', {
            items: look.items.with(place, {
              ...item,
              opening: { ...item.opening, result: 'failed', sightings: [] },
            }),
          }),
        ]
      : [],
  );
  const failed = changed('failed', { outcome: 'failed', reason: 'altered' });
  return [...strangers, signedInAs, ...dropped, ...closed, failed];
}

/** The same surface, looked at by two patients who were shown different things, with their looks exchanged. */
function exchangesOf(look: EntryOf<'look'>, history: readonly HistoryEntry[]): Change[] {
  const other = history.find(
    (entry) =>
      entry.type === 'look' &&
      entry.viewer !== look.viewer &&
      entry.surface === look.surface &&
      entry.phase === look.phase &&
      entry.items.some(({ listing, opening }) => listing.length > 0 || opening !== undefined),
  );
  if (other?.type !== 'look') return [];
  return [['shown what another was shown', [{ ...look, items: other.items }]]];
}

function changesOfProbe(probe: EntryOf<'probe'>): Change[] {
  return [
    ['served', [{ ...probe, outcome: 'served' }]],
    ['indeterminate', [{ ...probe, outcome: 'indeterminate' }]],
    ['without the owner before', [{ ...probe, owned: { before: false, after: true } }]],
    ['without the owner after', [{ ...probe, owned: { before: true, after: false } }]],
    ['as the owner', [{ ...probe, signedIn: { before: probe.owner, after: probe.owner } }]],
    ['as nobody', [{ ...probe, signedIn: { before: 'nobody', after: 'nobody' } }]],
  ];
}

function sightingsOf({ listing, opening }: SeenItem): Sighting[] {
  return [...listing, ...(opening?.sightings ?? [])];
}

function withStranger(item: SeenItem, which: number, stranger: number): SeenItem {
  const given = (sighting: Sighting, place: number): Sighting =>
    place === which && sighting.integrity === 'authentic'
      ? { ...sighting, patient: stranger }
      : sighting;
  const listing = item.listing.map(given);
  if (item.opening === undefined) return { ...item, listing };
  const sightings = item.opening.sightings.map((sighting, place) =>
    given(sighting, place + listing.length),
  );
  return { ...item, listing, opening: { ...item.opening, sightings } };
}

function isLook(entry: HistoryEntry, phase: EntryOf<'look'>['phase']): boolean {
  return entry.type === 'look' && entry.phase === phase;
}

function isAct(entry: HistoryEntry, ...verbs: EntryOf<'act'>['verb'][]): boolean {
  return entry.type === 'act' && verbs.includes(entry.verb);
}

function isNeverAttended(entry: HistoryEntry, { consultations }: PlannedCohort): boolean {
  return (
    entry.type === 'act' &&
    consultations.some(
      ({ patient, consultation, takes }) =>
        patient === entry.patient && consultation === entry.consultation && takes.length === 0,
    )
  );
}
