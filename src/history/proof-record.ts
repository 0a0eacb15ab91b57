import { z } from 'zod';

/** The version of the proof record's format. */
export const proofRecordFormat = 1;

/** What the detector is proven against, a table of the record each. */
export const proofTables = [
  'faults',
  'liars',
  'operators',
  'drivers',
  'plumbing',
  'deaths',
] as const;

export type ProofTable = (typeof proofTables)[number];

/** One line: what was done to the gate, what it had to say of it, written down beforehand, and what it said. */
export const proofLineSchema = z.strictObject({
  table: z.enum(proofTables),
  name: z.string().min(1),
  expected: z.string().min(1),
  came: z.string().min(1),
  /** Why what came is not what was expected; empty for a line that holds. */
  objections: z.array(z.string()),
});

export type ProofLine = z.infer<typeof proofLineSchema>;

/** The record of one proof run, which reports cite. */
export const proofRecordSchema = z.strictObject({
  format: z.literal(proofRecordFormat),
  harness: z.string(),
  commit: z.string(),
  /** SHA-256 over the sources that were proven; a changed source needs another proof. */
  sourcesSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Wall clock, UTC. */
  endedAt: z.iso.datetime(),
  /** Lines that there are; a record with fewer is of a part. */
  planned: z.int().min(1),
  lines: z.array(proofLineSchema),
});

export type ProofRecord = z.infer<typeof proofRecordSchema>;
