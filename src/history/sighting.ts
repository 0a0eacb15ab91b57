import { z } from 'zod';

const where = {
  track: z.enum(['picture', 'sound', 'text']),
  /** Stretch of the media's timeline, in ms; absent for text and still pictures. */
  fromMs: z.number().optional(),
  toMs: z.number().optional(),
};

/** One thing read from content: a canary with what it says, or a stretch in which none could be read. */
export const sightingSchema = z.discriminatedUnion('integrity', [
  z.strictObject({
    integrity: z.literal('authentic'),
    ...where,
    role: z.enum(['patient', 'clinician']),
    patient: z.int(),
    take: z.int(),
    /** Known from full canaries only; a mark names patient and take. */
    consultation: z.int().optional(),
    kind: z.string().optional(),
    form: z.string().optional(),
  }),
  z.strictObject({
    /** `foreign`: well-formed with a wrong MAC; `other-run`: minted by this project for another run; `partial`: damaged or cut. */
    integrity: z.enum(['foreign', 'other-run', 'partial', 'unreadable']),
    ...where,
    form: z.string().optional(),
  }),
]);

export type Sighting = z.infer<typeof sightingSchema>;

/** A canary or mark of this run, whole and with a right MAC. */
export type AuthenticSighting = Extract<Sighting, { integrity: 'authentic' }>;
