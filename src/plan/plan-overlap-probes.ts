import type { SurfaceId } from '../model/surface.ts';
import type { Attendance } from './attendance.ts';
import type { Moment, PlannedLook, PlannedProbe } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';
import { choose } from './sub-seed.ts';

/** Routes on which an old recording is asked for, in turn: those that every product has. */
const routes: readonly [SurfaceId, SurfaceId] = ['replay-detail', 'media'];

/**
 * Adds to moments of the day's calls one request each for an old recording of somebody else's, while neighbours join,
 * switch and hang up: a check that fails under load fails then. Old recordings alone are there for certain. Owner and
 * asker are not looking at the same time, and in moments that end with the last or drop requests nobody asks.
 */
export function planOverlapProbes(
  seed: string,
  cohort: number,
  attendances: ReadonlyMap<number, Attendance>,
  {
    moments,
    looks,
  }: { readonly moments: readonly Moment[]; readonly looks: readonly PlannedLook[] },
): { moments: Moment[]; probes: PlannedProbe[] } {
  const probes: PlannedProbe[] = [];
  const viewerOf = new Map(looks.map(({ check, viewer }) => [check, viewer]));
  const firstCall = moments.findIndex(isCallMoment);
  const withProbes = moments.map((moment, index): Moment => {
    const isLast = index === moments.length - 1;
    if (!isCallMoment(moment) || isLast || moment.nemesis.includes('abort-requests')) return moment;
    const looking = moment.acts.flatMap((act) =>
      act.verb === 'look' ? [viewerOf.get(act.check)] : [],
    );
    const free = [...attendances].filter(([patient]) => !looking.includes(patient));
    const step = index - firstCall;
    const pick = <Item>(items: readonly Item[], what: string): Item | undefined => {
      const [first, ...others] = items;
      return first === undefined
        ? undefined
        : choose([first, ...others], seed, cohort, 'overlap probe', step, what);
    };
    const old = pick(
      free.flatMap(([, attendance]) => attendance.old),
      'consultation',
    );
    const viewer = pick(free.map(([patient]) => patient).filter((one) => one !== old?.patient), 'viewer'); // prettier-ignore
    if (old === undefined || viewer === undefined) return moment;
    const { patient: owner, consultation } = old;
    const surface = routes[probes.length % routes.length] ?? routes[0];
    const check = `${cohort}/overlap/${step}/probe/${surface}/${viewer}/${owner}-${consultation}`;
    probes.push({
      check,
      kind: 'probe',
      viewer,
      owner,
      consultation,
      surface,
      phase: 'overlap',
      session: 'own',
    });
    return { ...moment, acts: [...moment.acts, { verb: 'look', check }] };
  });
  return { moments: withProbes, probes };
}
