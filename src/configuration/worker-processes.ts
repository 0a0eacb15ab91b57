import { profiles } from './profiles.ts';
import type { Settings } from './settings.ts';

/** Batches of a run that are acted out together, each in a process. */
export function workerProcesses({ profile, workers }: Settings): number {
  const hasLiveCalls = profiles[profile].suites.some(({ tier }) => tier === 'live');
  // Live calls wait more than they work, so they have a worker beside the others'.
  return workers + (hasLiveCalls ? 1 : 0);
}
