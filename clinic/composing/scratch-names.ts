import type { ComposeJob } from './compose-queue.ts';

/** Names the scratch files of a job, which share this beginning. */
export type ScratchNames = (job: ComposeJob) => string;

/** Each attempt at each job has scratch files of its own, because two jobs run at once. */
export function createScratchNames(): ScratchNames {
  return (job) => `job-${job.id}-attempt-${job.attempt}`;
}
