import type { EntryOf, Opening } from '../../src/history/history.ts';
import type { Operator } from './operator.ts';
import { alterOne } from './replace-entry.ts';

type Act = EntryOf<'act'>;

/** Acts and probes that ended otherwise, and refusals that were none. */
export const alteredActsAndProbes: readonly Operator[] = [
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
  {
    name: 'a probe was served',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        (probe) => [{ ...probe, outcome: 'served' }],
      ),
  },
  {
    name: 'nobody knows how a probe ended',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        (probe) => [{ ...probe, outcome: 'indeterminate' }],
      ),
  },
  {
    name: 'a refusal carries what was refused',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        (probe) => [
          {
            ...probe,
            opening: {
              ...openingOf(probe),
              sightings: [
                {
                  integrity: 'authentic',
                  track: 'picture',
                  role: 'patient',
                  patient: probe.owner,
                  take: 1,
                },
              ],
            },
          },
        ],
      ),
  },
  {
    name: 'a refusal was delivered',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        (probe) => [
          {
            ...probe,
            opening: { ...openingOf(probe), result: 'delivered', status: 200, bytes: 4000 },
          },
        ],
      ),
  },
  {
    name: 'a refusal has no answer to show',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        ({ opening: _, ...probe }) => [probe],
      ),
  },
  {
    name: 'the owner was not given the object before a probe, or not after it',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        (probe) => {
          const when = choose(['before', 'after'] as const);
          return when && [{ ...probe, owned: { ...probe.owned, [when]: false } }];
        },
      ),
  },
  {
    name: 'the owner probed their own',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        (probe) => [
          {
            ...probe,
            viewer: probe.owner,
            signedIn: { before: probe.owner, after: probe.owner },
          },
        ],
      ),
  },
  {
    name: 'a probe asked for another consultation',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        (probe) => [{ ...probe, consultation: probe.consultation + 1 }],
      ),
  },
];

function isOfCall({ verb, outcome }: Act): boolean {
  return outcome === 'done' && ['join', 'publish', 'hang-up'].includes(verb);
}

function openingOf({ opening }: EntryOf<'probe'>): Opening {
  return opening ?? { result: 'refused', status: 403, bytes: 0, durationMs: 0, sightings: [] };
}
