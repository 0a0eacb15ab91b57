import type { EntryOf, HistoryEntry, SeenItem } from '../../src/history/history.ts';
import { alterItem, withOpening } from './alter-item.ts';
import type { Choose, Operator } from './operator.ts';
import { replaceEntry } from './replace-entry.ts';

type Look = EntryOf<'look'>;

/** Replays that are not there, were not opened, or hold nothing, or something else. */
export const alteredReplays: readonly Operator[] = [
  {
    name: 'a replay is missing from a look in the final sweep',
    alter: ({ history }, choose) => {
      const look = choose(
        history.filter(
          (entry): entry is Look =>
            entry.type === 'look' && isInFinalSweep(entry) && entry.items.length > 0,
        ),
      );
      const gone = choose(look?.items ?? [])?.item;
      return (
        look &&
        replaceEntry(history, look, {
          ...look,
          items: look.items.filter(({ item }) => item !== gone),
        })
      );
    },
  },
  {
    name: 'a replay is shown twice in one look',
    harmless: 'It is the same replay, and it is the viewer’s.',
    alter: ({ history }, choose) =>
      alterItem(
        history,
        choose,
        () => true,
        (item) => [item, item],
      ),
  },
  {
    name: 'a replay is listed and was never opened',
    alter: ({ history }, choose) =>
      alterItem(history, choose, opens, ({ opening: _, ...item }) => [item]),
  },
  {
    name: 'a replay is listed and could not be opened',
    alter: ({ history }, choose) =>
      alterItem(history, choose, opens, (item) => {
        const result = choose(['refused', 'not-ready', 'failed'] as const);
        return result && withOpening(item, { result, sightings: [] });
      }),
  },
  {
    name: 'a recording is listed and its content is lost',
    alter: ({ history }, choose) =>
      alterItem(history, choose, plays, (item) => withOpening(item, { sightings: [] })),
  },
  {
    name: 'a recording that was opened during the overlap loses its content',
    alter: ({ history }, choose) =>
      alterItem(
        history,
        choose,
        (look, item) =>
          look.phase !== 'settled' && holdsRecording(item) && item.opening?.result === 'delivered',
        (item) => withOpening(item, { sightings: [] }),
      ),
  },
  {
    name: 'a detail page loses the words of its patient',
    harmless: 'A page need not repeat what the patient wrote; the recording says whose it is.',
    alter: ({ history }, choose) =>
      alterItem(
        history,
        choose,
        (look, item) => look.surface === 'replay-detail' && item.opening !== undefined,
        (item) => withOpening(item, { sightings: [] }),
      ),
  },
  {
    name: 'a list loses the words of its patients',
    harmless: 'A list need not repeat what the patient wrote; the recordings say whose they are.',
    alter: ({ history }, choose) =>
      alterItem(
        history,
        choose,
        (_, item) => item.listing.length > 0,
        (item) => [{ ...item, listing: [] }],
      ),
  },
  {
    name: 'a recording and its readings end at half of their time',
    alter: ({ history }, choose) =>
      alterItem(history, choose, (look, item) => isInFinalSweep(look) && plays(look, item), halved),
  },
  {
    name: 'the content of two replays of different patients is exchanged',
    alter: ({ history }, choose) => exchangeContent(history, choose, (one, other) => one !== other),
  },
  {
    name: 'the content of two replays of one patient is exchanged',
    alter: ({ history }, choose) => exchangeContent(history, choose, (one, other) => one === other),
  },
  {
    name: 'a stranger’s reading is added',
    alter: ({ history, plan }, choose) =>
      alterItem(
        history,
        choose,
        (_, item) => item.opening !== undefined,
        (item) => {
          const own = item.opening?.sightings.find((one) => one.integrity === 'authentic');
          const patient = choose(
            plan.patients.map(({ number }) => number).filter((one) => one !== own?.patient),
          );
          if (own === undefined || patient === undefined) return undefined;
          return withOpening(item, {
            sightings: [...(item.opening?.sightings ?? []), { ...own, patient }],
          });
        },
      ),
  },
];

/** Half of it is more than what a recorder may lose where it starts and stops, in ms. */
const shortestHalf = 2100;

function isInFinalSweep({ phase }: Look): boolean {
  return phase === 'settled';
}

function opens(look: Look, { opening }: SeenItem): boolean {
  return look.phase === 'settled' && opening?.result === 'delivered';
}

function plays({ surface }: Look, item: SeenItem): boolean {
  return (
    holdsRecording(item) && (surface === 'media' || surface === 'player' || surface === 'thumbnail')
  );
}

function holdsRecording({ opening }: SeenItem): boolean {
  return opening?.sightings.some(({ track }) => track !== 'text') ?? false;
}

function halved(item: SeenItem): SeenItem[] | undefined {
  const { opening } = item;
  if (opening === undefined || opening.durationMs < 2 * shortestHalf) return undefined;
  const durationMs = opening.durationMs / 2;
  const sightings = opening.sightings
    .filter(({ fromMs }) => (fromMs ?? 0) < durationMs)
    .map((one) =>
      one.toMs === undefined ? one : { ...one, toMs: Math.min(one.toMs, durationMs) },
    );
  return withOpening(item, { durationMs, sightings });
}

/** What was read from two different recordings on one surface in the final sweep, exchanged. */
function exchangeContent(
  history: readonly HistoryEntry[],
  choose: Choose,
  areWanted: (viewer: number, other: number) => boolean,
): HistoryEntry[] | undefined {
  const places = history
    .filter((entry) => entry.type === 'look')
    .filter(isInFinalSweep)
    .flatMap((look) =>
      look.items.filter((item) => plays(look, item)).map((item) => ({ look, item })),
    );
  const one = choose(places);
  const other = choose(
    places.filter(
      ({ look, item }) =>
        one !== undefined &&
        item !== one.item &&
        look.surface === one.look.surface &&
        areWanted(one.look.viewer, look.viewer),
    ),
  );
  if (one?.item.opening === undefined || other?.item.opening === undefined) return undefined;
  const openings = new Map([
    [one.item, other.item.opening],
    [other.item, one.item.opening],
  ]);
  return history.map((entry) =>
    entry === one.look || entry === other.look
      ? {
          ...entry,
          items: entry.items.map((item) => {
            const opening = openings.get(item);
            return opening ? { ...item, opening } : item;
          }),
        }
      : entry,
  );
}
