import type { ActedTrial } from './acted-trial.ts';
import { absentSurfacesOf } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';

/** Tells whether one patient could sign out, and the other one sign in on the same device and see their own there. */
export function trialOfHandedDevices(acted: ActedTrial): TriedPart {
  const part = 'signOut';
  const absent = absentSurfacesOf(acted);
  const planned = acted
    .flatMap(({ plan }) => plan.checks)
    .filter((check) => check.kind === 'look')
    .filter(({ phase, surface }) => phase === 'handed-on' && absent[surface] === undefined);
  const entries = acted.flatMap((cohort) => cohort.entries);
  const leftOut = entries.find((entry) => entry.type === 'left-out');
  if (leftOut !== undefined)
    return {
      part,
      state: 'missing',
      said: `${leftOut.reason}: what a device keeps for whoever signs in on it next is not seen.`,
    };
  const looks = entries
    .filter((entry) => entry.type === 'look')
    .filter(({ phase }) => phase === 'handed-on');
  const seen = looks.filter(({ outcome }) => outcome === 'seen').length;
  const said = `looked on the other patient’s device ${seen} of ${planned.length} times`;
  if (seen === planned.length) return { part, state: 'seen', said };
  const checks = new Set(planned.map(({ check }) => check));
  const failed = entries.find(
    (entry) =>
      (entry.type === 'shortfall' && entry.check !== undefined && checks.has(entry.check)) ||
      (entry.type === 'look' && entry.phase === 'handed-on' && entry.outcome === 'failed'),
  );
  const why = failed !== undefined && 'reason' in failed ? failed.reason : undefined;
  return { part, state: 'unseen', said: `${said}: ${why ?? 'nobody came to it'}` };
}
