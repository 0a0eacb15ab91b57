import type { ProfileName } from '../../configuration/profiles.ts';
import { profileNames, profiles } from '../../configuration/profiles.ts';

/** The profiles that a trial reckons: not the one that was tried, and where no call is live none that have live calls alone. */
export function profilesToReckon(tried: ProfileName, holdsLiveCalls: boolean): ProfileName[] {
  return profileNames.filter(
    (name) =>
      name !== tried &&
      (holdsLiveCalls || profiles[name].suites.some(({ tier }) => tier !== 'live')),
  );
}
