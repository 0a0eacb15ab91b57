import type { Attendance, TodaysCall } from './attendance.ts';
import type { Moment, PlannedCallProbe, PlannedCohort } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';
import { sharesClinician } from './plan-visits.ts';
import { choose } from './sub-seed.ts';

/** In which steps of a call strangers try it: before its patient joins, once they did, and before they hang up. */
const steps = [-1, 1, 2] as const;

/** One attempt, at a call whose owner's acts are known, by somebody who is still to be chosen. */
interface Attempt {
  readonly call: TodaysCall;
  readonly step: (typeof steps)[number];
}

/**
 * Adds to each of the day's calls attempts by strangers: one joins it before its patient does, where there is a moment for
 * that, one while it goes on, and one switches or ends it. Half of them have the same clinician, so that the clinician's
 * calls may be taken for each other; those are tried by patients who may be in a call of their own.
 */
export function planCallProbes(
  seed: string,
  cohort: number,
  attendances: ReadonlyMap<number, Attendance>,
  moments: readonly Moment[],
  checks: PlannedCohort['checks'],
): { moments: Moment[]; callProbes: PlannedCallProbe[] } {
  const viewerOf = new Map(checks.map(({ check, viewer }) => [check, viewer]));
  const firstCall = moments.findIndex(isCallMoment);
  const calls = [...attendances.values()].flatMap(({ today }) => (today ? [today] : []));
  const callProbes: PlannedCallProbe[] = [];
  const withProbes = moments.map((moment, index): Moment => {
    if (firstCall < 0 || index < firstCall) return moment;
    const looking = moment.acts.map((act) =>
      act.verb === 'look' ? viewerOf.get(act.check) : undefined,
    );
    const acting = moment.acts.map((act) => (act.verb === 'look' ? undefined : act.patient));
    const attempts = steps.flatMap((step) =>
      calls
        .filter(({ joinsAt }) => firstCall + joinsAt + step === index)
        .map((call): Attempt => ({ call, step })),
    );
    const added = attempts.flatMap(({ call, step }): PlannedCallProbe[] => {
      const { patient: owner, consultation } = call.consultation;
      const others = [...attendances.keys()].filter((patient) => patient !== owner);
      const idle = others.filter((patient) => !looking.includes(patient));
      const free = idle.filter((patient) => !acting.includes(patient));
      const near = idle.filter((patient) => sharesClinician(attendances, owner, patient));
      const isNear = choose([true, false], seed, cohort, 'call probe of the same', owner, step);
      const [first, ...more] =
        [isNear ? near : free, free, idle, others].find(({ length }) => length > 0) ?? [];
      if (first === undefined) return [];
      const viewer = choose([first, ...more], seed, cohort, 'call probe', owner, step);
      looking.push(viewer);
      const verb = verbOf(seed, call, step, moments.slice(index + 1));
      const check = `${cohort}/call-probe/${step}/${verb}/${viewer}/${owner}-${consultation}`;
      return [{ check, kind: 'call-probe', viewer, owner, consultation, verb }];
    });
    callProbes.push(...added);
    const acts = added.map(({ check }) => ({ verb: 'look', check }) as const);
    return added.length === 0 ? moment : { ...moment, acts: [...moment.acts, ...acts] };
  });
  return { moments: withProbes, callProbes };
}

/** A call is ended by a stranger only where its patient goes on to speak, which shows whether it really ended. */
function verbOf(
  seed: string,
  { consultation: { patient, consultation } }: TodaysCall,
  step: (typeof steps)[number],
  later: readonly Moment[],
): PlannedCallProbe['verb'] {
  if (step !== 2) return 'join';
  const goesOn = later.some(({ acts }) =>
    acts.some(
      (act) =>
        act.verb === 'publish' && act.patient === patient && act.consultation === consultation,
    ),
  );
  return goesOn
    ? choose(['switch-to-video', 'hang-up'], seed, 'call probe verb', patient)
    : 'switch-to-video';
}
