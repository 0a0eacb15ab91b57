import type { Moment, PlannedCohort } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';
import { choose } from './sub-seed.ts';

/**
 * Adds to moments of the day's calls one patient who signs in again while others join, switch, look and hang up: whoever is
 * let in under load is let in as themselves, or is not. They do nothing else in the moment, and nobody asks for what is theirs.
 */
export function planSignIns(
  seed: string,
  cohort: number,
  patients: readonly number[],
  moments: readonly Moment[],
  checks: PlannedCohort['checks'],
): Moment[] {
  const peopleIn = new Map(
    checks.map((one) => [one.check, 'owner' in one ? [one.viewer, one.owner] : [one.viewer]]),
  );
  return moments.map((moment, index): Moment => {
    if (!isCallMoment(moment) || moment.nemesis.includes('abort-requests')) return moment;
    const busy = moment.acts.flatMap((act) =>
      act.verb === 'look' ? (peopleIn.get(act.check) ?? []) : [act.patient],
    );
    const [first, ...others] = patients.filter((patient) => !busy.includes(patient));
    if (first === undefined) return moment;
    const patient = choose([first, ...others], seed, cohort, 'sign-in', index);
    return { ...moment, acts: [{ verb: 'sign-in', patient }, ...moment.acts] };
  });
}
