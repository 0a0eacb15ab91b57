import type { Tier } from '../../model/surface.ts';
import type { ActedTrial } from './acted-trial.ts';

/** The tiers of a trial in which nobody signed in: what comes after that shows nothing of the driver or its target. */
export function withoutSignIn(acted: ActedTrial): Tier[] {
  const signedIn = new Set(
    acted
      .filter(({ entries }) =>
        entries.some(
          (entry) => entry.type === 'act' && entry.verb === 'sign-in' && entry.outcome === 'done',
        ),
      )
      .map(({ plan }) => plan.tier),
  );
  return [...new Set(acted.map(({ plan }) => plan.tier))].filter((tier) => !signedIn.has(tier));
}
