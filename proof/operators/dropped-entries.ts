import type { EntryOf, HistoryEntry } from '../../src/history/history.ts';
import type { PlannedCohort } from '../../src/plan/plan.ts';
import { switchVerbs } from '../../src/plan/plan.ts';
import type { Operator } from './operator.ts';
import { alterOne } from './replace-entry.ts';

type Act = EntryOf<'act'>;

/** Lines that are no longer there. */
export const droppedEntries: readonly Operator[] = [
  droppedLook('overlap'),
  droppedLook('settled'),
  {
    name: 'a look while the list settled is dropped',
    harmless: 'The last look is what counts; those before it are extra.',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        ({ phase }) => phase === 'settling',
        () => [],
      ),
  },
  {
    name: 'a probe is dropped',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'probe',
        () => true,
        () => [],
      ),
  },
  ...(['join', 'publish', 'hang-up', 'mute'] as const).map((verb): Operator => ({
    name: `a ${verb} is dropped`,
    alter: ({ history, plan }, choose) =>
      alterOne(
        history,
        choose,
        'act',
        (act) => act.verb === verb && isAttended(act, plan),
        () => [],
      ),
  })),
  {
    name: 'a booking is dropped',
    alter: ({ history, plan }, choose) =>
      alterOne(
        history,
        choose,
        'act',
        (act) => act.verb === 'book' && isAttended(act, plan),
        () => [],
      ),
  },
  {
    name: 'a registration or a sign-in is dropped',
    harmless: 'Each look asks the product who is signed in.',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'act',
        ({ verb }) => verb === 'register' || verb === 'sign-in',
        () => [],
      ),
  },
  {
    name: 'a switch to video is dropped',
    harmless:
      'What was sent after the switch is in the history, and coverage counts one switched call less.',
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'act',
        ({ verb }) => switchVerbs.some((one) => one === verb),
        () => [],
      ),
  },
  {
    name: 'a measurement is dropped',
    harmless:
      'Barriers, strikes of the nemesis and repeated requests are counted and judged by nobody.',
    alter: ({ history }, choose) => {
      const measured = choose(history.filter(({ type }) => measurements.includes(type)));
      return measured && history.filter((entry) => entry !== measured);
    },
  },
  {
    name: 'a patient is taken out of the history',
    alter: ({ history, plan }, choose) => {
      const gone = choose(plan.patients)?.number;
      return history.filter(
        (entry) =>
          !('viewer' in entry && entry.viewer === gone) &&
          !('patient' in entry && entry.patient === gone),
      );
    },
  },
  {
    name: 'a surface is taken out of the history',
    alter: ({ history }, choose) => {
      const gone = choose([...new Set(history.filter(isLook).map(({ surface }) => surface))]);
      return history.filter((entry) => !('surface' in entry && entry.surface === gone));
    },
  },
  {
    name: 'all of one patient’s looks at one surface are dropped',
    alter: ({ history }, choose) => {
      const look = choose(history.filter(isLook));
      return history.filter(
        (entry) =>
          !(isLook(entry) && entry.viewer === look?.viewer && entry.surface === look.surface),
      );
    },
  },
  {
    name: 'a consultation is taken out of the history',
    alter: ({ history, plan }, choose) => {
      const gone = choose(plan.consultations.filter(({ takes }) => takes.length > 0));
      return history.filter(
        (entry) =>
          entry.type !== 'act' ||
          entry.patient !== gone?.patient ||
          entry.consultation !== gone.consultation,
      );
    },
  },
  {
    name: 'everything after some line is dropped',
    alter: ({ history }, choose) => {
      const last = choose(history.slice(0, -1));
      return last && history.slice(0, history.indexOf(last) + 1);
    },
  },
  {
    name: 'everything between start and end is dropped',
    alter: ({ history }) => history.filter(({ type }) => type === 'start' || type === 'end'),
  },
  {
    name: 'the whole history is dropped',
    alter: () => [],
  },
];

const measurements: readonly HistoryEntry['type'][] = ['barrier', 'nemesis', 'transport-error'];

function droppedLook(phase: 'overlap' | 'settled'): Operator {
  const when = phase === 'overlap' ? 'during the overlap' : 'in the final sweep';
  return {
    name: `a look ${when} is dropped`,
    alter: ({ history }, choose) =>
      alterOne(
        history,
        choose,
        'look',
        (look) => look.phase === phase,
        () => [],
      ),
  };
}

function isLook(entry: HistoryEntry): entry is EntryOf<'look'> {
  return entry.type === 'look';
}

/** A booking that nobody attends leaves nothing to show. */
function isAttended({ patient, consultation }: Act, { consultations }: PlannedCohort): boolean {
  return consultations.some(
    (one) => one.patient === patient && one.consultation === consultation && one.takes.length > 0,
  );
}
