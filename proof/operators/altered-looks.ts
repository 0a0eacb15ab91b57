import type { EntryOf, HistoryEntry, SignedIn } from '../../src/history/history.ts';
import type { Choose, Operator } from './operator.ts';
import { alterOne, replaceEntry } from './replace-entry.ts';

type Look = EntryOf<'look'>;

/** Looks that say that somebody else looked, elsewhere, or otherwise. */
export const alteredLooks: readonly Operator[] = [
  {
    name: 'a look in the final sweep is said to have failed',
    alter: ({ history }, choose) =>
      alterOne(history, choose, 'look', isSettled, (look) => [
        { ...look, outcome: 'failed', reason: 'altered' },
      ]),
  },
  {
    name: 'a look in the final sweep shows nothing',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        (look) => isSettled(look) && look.items.length > 0,
        (look) => [{ ...look, items: [] }],
      ),
  },
  {
    name: 'a look in the final sweep counts more than it shows',
    alter: ({ history }, choose) =>
      alterOne(history, choose, 'look', isSettled, (look) => [
        { ...look, counted: look.items.length + 1 },
      ]),
  },
  {
    name: 'a look that was planned heard nothing',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        ({ phase }) => phase !== 'settling',
        (look) => [{ ...look, responses: 0 }],
      ),
  },
  {
    name: 'a look during the overlap shows nothing',
    harmless: 'A replay need not be there before the product’s own deadline.',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        ({ phase, items }) => phase === 'overlap' && items.length > 0,
        (look) => [{ ...look, items: [] }],
      ),
  },
  {
    name: 'two patients are shown each other’s replays',
    alter: ({ history }, choose) =>
      exchange(history, choose, (look, other) => ({ ...look, items: other.items })),
  },
  {
    name: 'the viewers of two looks are exchanged',
    alter: ({ history }, choose) =>
      exchange(history, choose, (look, other) => ({ ...look, viewer: other.viewer })),
  },
  {
    name: 'two looks of different patients are exchanged, with who was signed in',
    alter: ({ history }, choose) =>
      exchange(history, choose, (look, other) => ({
        ...look,
        viewer: other.viewer,
        signedIn: other.signedIn,
      })),
  },
  {
    name: 'a look is relabelled as one at another surface',
    alter: ({ history, plan }, choose) => {
      const surfaces = [
        ...new Set(plan.checks.flatMap((one) => ('surface' in one ? one.surface : []))),
      ];
      return alterOne(
        history,
        choose,
        'look',
        ({ phase }) => phase !== 'settling',
        (look) => {
          const surface = choose(surfaces.filter((one) => one !== look.surface));
          return surface && [{ ...look, surface }];
        },
      );
    },
  },
  {
    name: 'a look is relabelled as another phase’s',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        ({ phase }) => phase !== 'settling',
        (look) => [{ ...look, phase: look.phase === 'settled' ? 'overlap' : 'settled' }],
      ),
  },
  {
    name: 'a look is relabelled as another check’s',
    alter: ({ history, plan }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        ({ phase }) => phase !== 'settling',
        (look) => {
          const other = choose(plan.checks.filter(({ check }) => check !== look.check));
          return other && [{ ...look, check: other.check }];
        },
      ),
  },
  {
    name: 'who was signed in is forged: another patient',
    alter: ({ history, plan }, choose) =>
      forgeSignedIn(history, choose, (viewer) =>
        choose(plan.patients.map(({ number }) => number).filter((one) => one !== viewer)),
      ),
  },
  {
    name: 'who was signed in is forged: nobody, somebody unknown, or not asked',
    alter: ({ history }, choose) =>
      forgeSignedIn(history, choose, () => choose(['nobody', 'unknown', 'not asked'] as const)),
  },
  {
    name: 'a look is in the history twice',
    harmless: 'Both lines say the same.',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        () => true,
        (look) => [look, look],
      ),
  },
  {
    name: 'a line is moved to another place in the file',
    harmless: 'Times are judged, not places in the file.',
    alter: ({ history }, choose) => {
      const inner = history.slice(1, -1);
      const [moved, beside] = [choose(inner), choose(inner)];
      if (moved === undefined || beside === undefined || moved === beside) return undefined;
      return replaceEntry(
        history.filter((one) => one !== moved),
        beside,
        beside,
        moved,
      );
    },
  },
];

function isSettled({ phase }: Look): boolean {
  return phase === 'settled';
}

/** Alters two looks of different patients at the same surface in the same phase that showed different things. */
function exchange(
  history: readonly HistoryEntry[],
  choose: Choose,
  altered: (look: Look, other: Look) => Look,
): HistoryEntry[] | undefined {
  const looks = history.filter((entry) => entry.type === 'look');
  const one = choose(looks.filter(({ items }) => items.length > 0));
  const other = choose(
    looks.filter(
      (look) =>
        look.viewer !== one?.viewer && look.surface === one?.surface && look.phase === one.phase,
    ),
  );
  if (one === undefined || other === undefined) return undefined;
  return history.map((entry) =>
    entry === one ? altered(one, other) : entry === other ? altered(other, one) : entry,
  );
}

function forgeSignedIn(
  history: readonly HistoryEntry[],
  choose: Choose,
  forged: (viewer: number) => SignedIn | undefined,
): HistoryEntry[] | undefined {
  const entry = choose(history.filter((one) => one.type === 'look' || one.type === 'probe'));
  const claim = entry && forged(entry.viewer);
  const when = choose(['before', 'after'] as const);
  if (entry === undefined || claim === undefined || when === undefined) return undefined;
  return replaceEntry(history, entry, {
    ...entry,
    signedIn: { ...entry.signedIn, [when]: claim },
  });
}
