import type { ActedTrial } from './acted-trial.ts';
import type { TriedPart } from './tried-part.ts';
import { trialOfBrowsing } from './trial-of-browsing.ts';
import { trialOfHandedDevices } from './trial-of-handed-devices.ts';
import { trialOfCalls } from './trial-of-calls.ts';
import { trialOfClaims } from './trial-of-claims.ts';
import { trialOfIdentity } from './trial-of-identity.ts';
import { trialOfRefusals } from './trial-of-refusals.ts';
import { trialOfSurfaces } from './trial-of-surfaces.ts';
import { trialOfVerbs } from './trial-of-verbs.ts';

/** What two patients on each tier found of a driver, table by table: every verb, every surface, every refusal. */
export type DriverTrial = Readonly<Record<string, readonly TriedPart[]>>;

/** Reads from histories what became of each part of a driver. */
export function driverTrial(acted: ActedTrial): DriverTrial {
  return {
    'What patients do': [
      ...trialOfVerbs(acted),
      trialOfIdentity(acted),
      trialOfBrowsing(acted),
      trialOfHandedDevices(acted),
    ],
    'What patients see of their own': [...trialOfSurfaces(acted), ...trialOfClaims(acted)],
    'What patients are refused': [...trialOfRefusals(acted), ...trialOfCalls(acted)],
  };
}

/** Whether a gate could judge the product through this driver: nothing was left unseen or blocked. */
export function isWhole(trial: DriverTrial): boolean {
  return Object.values(trial)
    .flat()
    .every(({ state }) => state === 'seen' || state === 'missing');
}
