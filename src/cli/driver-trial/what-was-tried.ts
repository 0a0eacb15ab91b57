import type { ActedTrial } from './acted-trial.ts';
import type { DriverTrial } from './driver-trial.ts';
import type { ProfileEstimate } from './estimate-profiles.ts';
import { estimateLines, trialLines } from './trial-lines.ts';
import { withoutSignIn } from './without-sign-in.ts';

const doings = 'What patients do';

/**
 * What doctor says of a trial, with the profiles reckoned from it. Where nobody could sign in, only what patients came to
 * before is told: the rest is a consequence, and nothing can be reckoned from it.
 */
export function whatWasTried(
  acted: ActedTrial,
  trial: DriverTrial,
  estimates: () => readonly ProfileEstimate[],
): string[] {
  const closed = withoutSignIn(acted);
  if (closed.length === 0) return [...trialLines(trial), ...estimateLines(estimates())];
  const where = closed.map((tier) => (tier === 'api' ? 'over HTTP' : 'in the browser'));
  const isEverywhere = acted.every(({ plan }) => closed.includes(plan.tier));
  return [
    ...trialLines(isEverywhere ? untilSignIn(trial) : trial),
    '',
    `Nobody could sign in${isEverywhere ? '' : `, ${where.join(' or ')}`}, so no profile is reckoned${isEverywhere ? ' and nothing else could be tried' : ''}. Mend what is marked ✘ first, then run doctor again.`,
  ];
}

function untilSignIn(trial: DriverTrial): DriverTrial {
  const parts = trial[doings] ?? [];
  return { [doings]: parts.slice(0, parts.findIndex(({ part }) => part === 'sign-in') + 1) };
}
