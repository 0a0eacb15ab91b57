import type { EntryOf, HistoryEntry, Opening, SeenItem } from '../../src/history/history.ts';
import type { Choose } from './operator.ts';
import { replaceEntry } from './replace-entry.ts';

type Look = EntryOf<'look'>;

/** Replaces one item of one look by others, chosen among those that apply. */
export function alterItem(
  history: readonly HistoryEntry[],
  choose: Choose,
  applies: (look: Look, item: SeenItem) => boolean,
  altered: (item: SeenItem) => readonly SeenItem[] | undefined,
): HistoryEntry[] | undefined {
  const places = history
    .filter((entry) => entry.type === 'look')
    .flatMap((look) =>
      look.items.filter((item) => applies(look, item)).map((item) => ({ look, item })),
    );
  const place = choose(places);
  const others = place && altered(place.item);
  if (place === undefined || others === undefined) return undefined;
  const items = place.look.items.flatMap((one) => (one === place.item ? others : [one]));
  return replaceEntry(history, place.look, { ...place.look, items });
}

/** The replay with its opening changed; undefined where it was not opened. */
export function withOpening(item: SeenItem, more: Partial<Opening>): SeenItem[] | undefined {
  return item.opening && [{ ...item, opening: { ...item.opening, ...more } }];
}
