import type { EntryOf, HistoryEntry } from '../../src/history/history.ts';
import type { Choose } from './operator.ts';

/** The history with one entry, found by identity, replaced by others; by none to drop it. */
export function replaceEntry(
  history: readonly HistoryEntry[],
  entry: HistoryEntry,
  ...others: readonly HistoryEntry[]
): HistoryEntry[] {
  return history.flatMap((one) => (one === entry ? others : [one]));
}

/** Alters one entry of a type, chosen among those that apply; undefined where there is none. */
export function alterOne<Type extends HistoryEntry['type']>(
  history: readonly HistoryEntry[],
  choose: Choose,
  type: Type,
  applies: (entry: EntryOf<Type>) => boolean,
  altered: (entry: EntryOf<Type>) => readonly HistoryEntry[] | undefined,
): HistoryEntry[] | undefined {
  const chosen = choose(
    history.filter((entry): entry is EntryOf<Type> => entry.type === type).filter(applies),
  );
  const others = chosen && altered(chosen);
  return chosen && others && replaceEntry(history, chosen, ...others);
}
