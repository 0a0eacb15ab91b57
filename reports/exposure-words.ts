import type { ExposureLevel } from '../src/model/exposure-level.ts';

/** What each level of exposure means, in the same words wherever a report explains it. */
export const exposureWords: Readonly<Record<ExposureLevel, string>> = {
  listed: 'its title or its entry was shown',
  reachable: 'its link was accepted, whether or not anything came of it',
  delivered: 'its bytes were sent',
  'content seen': 'another patient’s picture or sound was recognised in it',
};
