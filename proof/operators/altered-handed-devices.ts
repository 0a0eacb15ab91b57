import type { EntryOf, HistoryEntry } from '../../src/history/history.ts';
import type { Operator } from './operator.ts';
import { alterOne } from './replace-entry.ts';

type Look = EntryOf<'look'>;

const alterations: readonly (readonly [
  string,
  (look: Look, history: readonly HistoryEntry[]) => readonly HistoryEntry[],
])[] = [
  ['on another’s device nothing is shown', (look) => [{ ...look, items: [] }]],
  [
    'on another’s device what its patient was shown is still there',
    (look, history) => {
      const theirs = history.findLast(
        (one) => one.type === 'look' && one.viewer === look.device && one.surface === look.surface,
      );
      return theirs?.type === 'look'
        ? [{ ...look, items: [...look.items, ...theirs.items] }]
        : [look];
    },
  ],
  ['a look on another’s device was made on one’s own', ({ device: _, ...look }) => [look]],
  [
    'whoever signed out of a device is still signed in there',
    ({ device = -1, ...look }) => [
      { ...look, device, signedIn: { before: device, after: device } },
    ],
  ],
  ['a look on another’s device is dropped', () => []],
];

/** Devices that were handed on, with something else on them, or not looked at. */
export const alteredHandedDevices: readonly Operator[] = [
  ...alterations.map(([name, altered]): Operator => ({
    name,
    alter: ({ history }, choose) =>
      alterOne(history, choose, 'look', isOnAnothers, (look) => altered(look, history)),
  })),
  {
    name: 'a look on another’s device was left out',
    harmless: 'So it is where a driver signs nobody out, and the report says so.',
    alter: ({ history }, choose) =>
      alterOne(history, choose, 'look', isOnAnothers, ({ at, check }) => [
        { type: 'left-out', at, check, reason: 'nobody can sign out' },
      ]),
  },
];

function isOnAnothers({ device, items }: Look): boolean {
  return device !== undefined && items.length > 0;
}
