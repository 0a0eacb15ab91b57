import type { EntryOf, HistoryEntry, SeenItem } from '../../src/history/history.ts';
import type { Choose, Operator } from './operator.ts';
import { replaceEntry } from './replace-entry.ts';

/** Replays of which the product says something else. */
export const alteredClaims: readonly Operator[] = [
  {
    name: 'a replay claims another appointment',
    alter: ({ history }, choose) => {
      const booked = history.flatMap((entry) =>
        entry.type === 'act' && entry.claimed !== undefined ? [entry.claimed] : [],
      );
      return alterClaim(history, choose, hasAppointment, (item) => {
        const appointment = choose(booked.filter((one) => one !== item.claim.appointment));
        return appointment === undefined
          ? undefined
          : { ...item, claim: { ...item.claim, appointment } };
      });
    },
  },
  {
    name: 'a replay claims an appointment that nobody booked',
    alter: ({ history }, choose) =>
      alterClaim(history, choose, hasAppointment, (item) => ({
        ...item,
        claim: { ...item.claim, appointment: 'nobody’s' },
      })),
  },
  {
    name: 'a replay claims another time',
    alter: ({ history }, choose) =>
      alterClaim(
        history,
        choose,
        ({ claim }) => claim.startsAt !== undefined,
        (item) => ({
          ...item,
          claim: { ...item.claim, startsAt: '2019-01-01T08:00:00.000Z' },
        }),
      ),
  },
  {
    name: 'no replay of a cohort claims an appointment',
    alter: ({ history }) =>
      history.map((entry) =>
        entry.type === 'look' ? { ...entry, items: entry.items.map(withoutAppointment) } : entry,
      ),
  },
  {
    name: 'a replay bears another title',
    harmless: 'Titles are not compared: the appointment and the time that a replay claims are.',
    alter: ({ history }, choose) =>
      alterClaim(
        history,
        choose,
        ({ claim }) => claim.title !== undefined,
        (item) => ({
          ...item,
          claim: { ...item.claim, title: 'Another title' },
        }),
      ),
  },
  {
    name: 'a replay has another id on one surface',
    harmless: 'Ids are the product’s; whose a replay is stands in its content.',
    alter: ({ history }, choose) =>
      alterClaim(
        history,
        choose,
        ({ opening }) => opening !== undefined,
        (item) => ({
          ...item,
          item: `${item.item}-renamed`,
        }),
      ),
  },
];

function hasAppointment({ claim }: SeenItem): boolean {
  return claim.appointment !== undefined;
}

function withoutAppointment(item: SeenItem): SeenItem {
  const { appointment: _, ...claim } = item.claim;
  return { ...item, claim };
}

function alterClaim(
  history: readonly HistoryEntry[],
  choose: Choose,
  applies: (item: SeenItem) => boolean,
  altered: (item: SeenItem) => SeenItem | undefined,
): HistoryEntry[] | undefined {
  const looks = history.filter(
    (entry): entry is EntryOf<'look'> =>
      entry.type === 'look' && entry.phase === 'settled' && entry.items.some(applies),
  );
  const look = choose(looks);
  const item = choose(look?.items.filter(applies) ?? []);
  const renewed = item && altered(item);
  if (look === undefined || renewed === undefined) return undefined;
  const items = look.items.map((one) => (one === item ? renewed : one));
  return replaceEntry(history, look, { ...look, items });
}
