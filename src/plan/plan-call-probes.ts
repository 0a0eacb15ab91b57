import type { Attendance } from './attendance.ts';
import type { Moment, PlannedCallProbe, PlannedCohort } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';
import { choose } from './sub-seed.ts';

/** What is tried between joining and hanging up, by the step of the call in which it is. */
const tries: readonly {
  readonly step: 1 | 2;
  readonly verbs: readonly PlannedCallProbe['verb'][];
}[] = [
  { step: 1, verbs: ['join'] },
  { step: 2, verbs: ['switch-to-video', 'hang-up'] },
];

/**
 * Adds to each of the day's calls attempts by strangers, after its patient joined and before they hang up: one joins it, and
 * one switches or ends it. Whoever has nothing else to do in the moment tries, so that one patient does one thing at a time.
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
    const busy = new Set(
      moment.acts.map((act) => (act.verb === 'look' ? viewerOf.get(act.check) : act.patient)),
    );
    const added = tries.flatMap(({ step, verbs }) =>
      calls
        .filter(({ position }) => firstCall >= 0 && firstCall + 2 * position + step === index)
        .flatMap(({ consultation }): PlannedCallProbe[] => {
          const { patient: owner, consultation: number } = consultation;
          const others = [...attendances.keys()].filter((patient) => patient !== owner);
          const free = others.filter((patient) => !busy.has(patient));
          const [first, ...more] = free.length > 0 ? free : others;
          const verb = verbs[owner % verbs.length];
          if (first === undefined || verb === undefined) return [];
          const viewer = choose([first, ...more], seed, cohort, 'call probe', owner, step);
          busy.add(viewer);
          const check = `${cohort}/call-probe/${verb}/${viewer}/${owner}-${number}`;
          return [{ check, kind: 'call-probe', viewer, owner, consultation: number, verb }];
        }),
    );
    callProbes.push(...added);
    const acts = added.map(({ check }) => ({ verb: 'look', check }) as const);
    return added.length === 0 ? moment : { ...moment, acts: [...moment.acts, ...acts] };
  });
  return { moments: withProbes, callProbes };
}
