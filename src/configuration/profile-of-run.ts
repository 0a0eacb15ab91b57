import type { Profile } from './profiles.ts';
import { profiles, withoutPages } from './profiles.ts';
import type { Settings } from './settings.ts';

/** Where the global set-up notes whether the product has pages, for the workers. */
export const pagesVariable = 'IN_CONFIDENCE_PAGES';

/** The profile of a run as far as its product goes: of one without pages, nothing is planned that reads them. */
export function profileOfRun(
  { profile }: Pick<Settings, 'profile'>,
  environment: NodeJS.ProcessEnv = process.env,
): Profile {
  return environment[pagesVariable] === 'none'
    ? withoutPages(profiles[profile])
    : profiles[profile];
}
