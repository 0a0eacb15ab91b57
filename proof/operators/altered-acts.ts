import type { EntryOf } from '../../src/history/history.ts';
import type { Operator } from './operator.ts';
import { alterOne } from './replace-entry.ts';

type Act = EntryOf<'act'>;

/** Acts that ended otherwise, or were somebody else's. */
export const alteredActs: readonly Operator[] = [
  {
    name: 'what was done is said to have been refused, or nobody knows',
    alter: ({ history }, choose) =>
      alterOne(history, choose, 'act', isOfCall, ({ claimed: _, ...act }) => {
        const outcome = choose(['refused', 'indeterminate'] as const);
        return outcome && [{ ...act, outcome, reason: 'altered' }];
      }),
  },
  {
    name: 'a refused registration is said to be done',
    harmless: 'It was asked again, and each look asks who is signed in.',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'act',
        ({ outcome }) => outcome === 'refused',
        (act) => [{ ...act, outcome: 'done' }],
      ),
  },
  {
    name: 'an act is another patient’s',
    alter: ({ history, plan }, choose) =>
      alterOne(history, choose, 'act', isOfCall, (act) => {
        const others = plan.patients.map(({ number }) => number);
        const patient = choose(others.filter((one) => one !== act.patient));
        return patient === undefined ? undefined : [{ ...act, patient }];
      }),
  },
];

function isOfCall({ verb, outcome }: Act): boolean {
  return outcome === 'done' && ['join', 'publish', 'hang-up'].includes(verb);
}
