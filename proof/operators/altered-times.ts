import type { EntryOf, HistoryEntry } from '../../src/history/history.ts';
import type { Operator } from './operator.ts';
import { replaceEntry } from './replace-entry.ts';

/** A time, in ms, that is longer than any run. */
const veryLong = 3_600_000;

type Timed = EntryOf<'act' | 'look' | 'probe' | 'call-probe' | 'visit'>;

/** Entries that happened at another time: what was seen too late or too early proves something else. */
export const alteredTimes: readonly Operator[] = [
  {
    name: 'a look during the overlap was made when all was over',
    alter: ({ history }, choose) =>
      shift(history, choose(history.filter(isLookIn('overlap'))), veryLong),
  },
  {
    name: 'a look in the final sweep was made before the calls',
    alter: ({ history }, choose) =>
      shift(history, choose(history.filter(isLookIn('settled'))), -veryLong),
  },
  {
    name: 'a probe was made before the calls',
    alter: ({ history }, choose) =>
      shift(history, choose(history.filter((entry) => entry.type === 'probe')), -veryLong),
  },
  {
    name: 'an act was done when all was over',
    alter: ({ history }, choose) =>
      shift(history, choose(history.filter((entry) => entry.type === 'act')), veryLong),
  },
  {
    name: 'an entry ends before it begins',
    alter: ({ history }, choose) => {
      const entry = choose(history.filter(isTimed).filter(({ until }) => until > 0));
      return entry && replaceEntry(history, entry, { ...entry, at: entry.until + 1 });
    },
  },
];

function isTimed(entry: HistoryEntry): entry is Timed {
  return entry.type === 'act' || ('check' in entry && entry.type !== 'shortfall');
}

function isLookIn(phase: EntryOf<'look'>['phase']) {
  return (entry: HistoryEntry): entry is EntryOf<'look'> =>
    entry.type === 'look' && entry.phase === phase;
}

function shift(
  history: readonly HistoryEntry[],
  entry: Timed | undefined,
  byMs: number,
): HistoryEntry[] | undefined {
  if (entry === undefined) return undefined;
  const at = Math.max(0, entry.at + byMs);
  return replaceEntry(history, entry, { ...entry, at, until: at + entry.until - entry.at });
}
