import { z } from 'zod';
import type { Seams } from '../seams.ts';

const promiseName = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u);

/** One part of the clinic gone wrong in a believable way, off unless it is asked for. */
export const faultSchema = z
  .strictObject({
    /** Also the name of its file */
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
    title: z.string().min(1),
    /** How it comes to show one patient something of another's */
    mechanism: z.string().min(1),
    /** The part that it replaces, one of the keys of `Seams` */
    seam: z.string().min(1),
    /** Promises that it breaks whenever enough patients are about */
    mustBreak: z.array(promiseName).min(1),
    /** Promises that it breaks if the circumstances are right */
    mayBreak: z.array(promiseName),
    /** Where the like of it happened */
    reference: z.string().min(1).optional(),
    apply: z.custom<(seams: Seams) => Seams>((value) => typeof value === 'function'),
  })
  .refine((fault) => !fault.mustBreak.some((name) => fault.mayBreak.includes(name)), {
    message: 'A promise is either in mustBreak or in mayBreak.',
  });

export type Fault = z.infer<typeof faultSchema>;
