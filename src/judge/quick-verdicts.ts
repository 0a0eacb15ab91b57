import { z } from 'zod';
import { promiseIds } from './promise-id.ts';

/** What a batch says of itself when its scenario ends: a file of its own, to be compared with what is judged from disk. */
export const quickVerdictsSchema = z.strictObject({
  verdicts: z.record(z.enum(promiseIds), z.enum(['upheld', 'violated', 'inconclusive'])),
  /** How its scenario ended; one may fail for a reason that is no promise. */
  scenario: z.enum(['passed', 'failed']),
});

export type QuickVerdicts = z.infer<typeof quickVerdictsSchema>;
