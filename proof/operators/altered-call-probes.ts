import type { EntryOf } from '../../src/history/history.ts';
import type { Operator } from './operator.ts';
import { alterOne } from './replace-entry.ts';

type CallProbe = EntryOf<'call-probe'>;
type Visit = EntryOf<'visit'>;

const ofCalls: readonly (readonly [string, (probe: CallProbe) => CallProbe])[] = [
  [
    'nobody knows whether a stranger was let into a call',
    (probe) => ({ ...probe, outcome: 'indeterminate', reason: 'no answer came' }),
  ],
  ['a stranger was refused a call without an answer', (probe) => ({ ...probe, responses: 0 })],
  [
    'who tried a call had lost their session',
    (probe) => ({ ...probe, signedIn: { ...probe.signedIn, after: 'nobody' } }),
  ],
  [
    'a call was tried before anybody joined',
    ({ until, at, ...probe }) => ({ ...probe, at: 0, until: until - at }),
  ],
  [
    'a call was tried by the id of another one',
    (probe) => ({ ...probe, named: ['0123456789abcdef'] }),
  ],
  [
    'another consultation was tried',
    (probe) => ({ ...probe, consultation: probe.consultation + 1 }),
  ],
];

const ofVisits: readonly (readonly [string, (visit: Visit) => Visit])[] = [
  ['a visit failed', (visit) => ({ ...visit, outcome: 'failed', reason: 'no answer came' })],
  ['a visit was somebody else’s', (visit) => ({ ...visit, viewer: visit.viewer + 1 })],
  [
    'whoever visited was taken for nobody',
    (visit) => ({ ...visit, signedIn: { ...visit.signedIn, before: 'nobody' } }),
  ],
];

/** Attempts at others' calls, and visits to what else there is, that ended otherwise or were not the planned ones. */
export const alteredCallProbes: readonly Operator[] = [
  {
    name: 'a stranger joined or switched a call',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'call-probe',
        ({ verb }) => verb !== 'hang-up',
        (probe) => [{ ...probe, outcome: 'done' }],
      ),
  },
  {
    name: 'a stranger is said to have ended a call that went on',
    harmless: 'Its patient spoke in it and hung up afterwards, so that nothing came of it.',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'call-probe',
        ({ verb }) => verb === 'hang-up',
        (probe) => [{ ...probe, outcome: 'done' }],
      ),
  },
  ...ofCalls.map(([name, altered]): Operator => ({
    name,
    alter: ({ history }, choose) =>
      alterOne(history, choose, 'call-probe', always, (one) => [altered(one)]),
  })),
  ...ofVisits.map(([name, altered]): Operator => ({
    name,
    alter: ({ history }, choose) =>
      alterOne(history, choose, 'visit', always, (one) => [altered(one)]),
  })),
  ...(['call-probe', 'visit'] as const).map((type): Operator => ({
    name: `a ${type === 'visit' ? 'visit' : 'try at another’s call'} is dropped`,
    alter: ({ history }, choose) => alterOne(history, choose, type, always, () => []),
  })),
];

const always = () => true;
