import type { Attendance, TodaysCall } from './attendance.ts';
import { firstSlot, oldMinute, slotLength } from './attendance.ts';
import type { Moment, PlannedAct } from './plan.ts';

type Attendances = ReadonlyMap<number, Attendance>;

/**
 * The cohort's moments before any look: years of old consultations, then a day on which every clinician's calls
 * overrun into the next slot, so that each call overlaps its neighbour's.
 */
export function planMoments(attendances: Attendances): Moment[] {
  return [...pastMoments(attendances), ...morningMoments(attendances), ...callMoments(attendances)];
}

/** Whether a moment belongs to the day's calls rather than to the past or the morning. */
export function isCallMoment(moment: Moment): boolean {
  return moment.atMinute >= firstSlot;
}

function pastMoments(attendances: Attendances): Moment[] {
  const quarters = Math.max(
    0,
    ...[...attendances.values()].map(({ old, missed }) =>
      Math.max(old.length, missed.length > 0 ? 1 : 0),
    ),
  );
  return Array.from({ length: quarters }, (_, index) => quarters - index).flatMap((quarter) => [
    { atMinute: oldMinute(quarter) - 30, acts: pastBookings(attendances, quarter), nemesis: [] },
    { atMinute: oldMinute(quarter), acts: pastCalls(attendances, quarter), nemesis: [] },
  ]);
}

function pastBookings(attendances: Attendances, quarter: number): PlannedAct[] {
  return [...attendances].flatMap(([patient, { old, missed }]): PlannedAct[] => {
    const due = old.filter(({ startsAtMinute }) => startsAtMinute === oldMinute(quarter));
    const booked = quarter === 1 ? [...due, ...missed] : due;
    const [first] = booked;
    if (first === undefined) return [];
    const isFirstVisit = first.consultation === 1;
    return [
      ...(isFirstVisit ? [{ verb: 'register', patient } as const] : []),
      { verb: 'sign-in', patient },
      ...booked.map(({ consultation }) => ({ verb: 'book', patient, consultation }) as const),
    ];
  });
}

function pastCalls(attendances: Attendances, quarter: number): PlannedAct[] {
  return [...attendances].flatMap(([patient, { old }]) =>
    old
      .filter(({ startsAtMinute }) => startsAtMinute === oldMinute(quarter))
      .flatMap(({ consultation, takes }): PlannedAct[] => [
        { verb: 'join', patient, consultation },
        ...takes.map(({ take }) => ({ verb: 'publish', patient, consultation, take }) as const),
        { verb: 'hang-up', patient, consultation },
      ]),
  );
}

function morningMoments(attendances: Attendances): Moment[] {
  const everyone = [...attendances];
  const newcomers = everyone.filter(([, { old, missed }]) => old.length + missed.length === 0);
  return [
    {
      atMinute: 0,
      acts: newcomers.map(([patient]) => ({ verb: 'register', patient })),
      nemesis: [],
    },
    { atMinute: 1, acts: everyone.map(([patient]) => ({ verb: 'sign-in', patient })), nemesis: [] },
    {
      atMinute: 2,
      acts: everyone.flatMap(([patient, { today }]) =>
        today === undefined
          ? []
          : [{ verb: 'book', patient, consultation: today.consultation.consultation }],
      ),
      nemesis: [],
    },
  ];
}

/**
 * Two moments for each slot: its start, when the next patient joins unless they are late, and six minutes in, when the last one hangs up. They
 * go on until the last thing is done that a call left behind.
 */
function callMoments(attendances: Attendances): Moment[] {
  const calls = [...attendances.values()].flatMap(({ today }) => (today ? [today] : []));
  const length = Math.max(0, ...calls.map(({ joinsAt, course }) => joinsAt + course.steps.length));
  return Array.from({ length }, (_, step) => ({
    atMinute: firstSlot + slotLength * Math.floor(step / 2) + (step % 2) * 6,
    acts: calls.flatMap((call) => callActs(call, step)),
    nemesis: [],
  }));
}

function callActs(call: TodaysCall, step: number): PlannedAct[] {
  const { patient, consultation, takes } = call.consultation;
  const acts = call.course.steps[step - call.joinsAt] ?? [];
  return acts.map((act): PlannedAct => {
    if (typeof act === 'string') return { verb: act, patient, consultation };
    const take = takes[act.take]?.take;
    if (take === undefined) throw new Error(`A call's course names a take that it does not have.`);
    return { verb: act.verb, patient, consultation, take };
  });
}
