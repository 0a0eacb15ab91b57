import { z } from 'zod';

/** The version of the run record's format. */
export const runRecordFormat = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `run.json`: what a run was, with what, on what; and, once acting has ended, the hash of each history file. */
export const runRecordSchema = z.strictObject({
  format: z.literal(runRecordFormat),
  run: z.string(),
  /** Wall clock, UTC. */
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  seed: z.string(),
  profile: z.string(),
  target: z.string(),
  /** The fault that was built into the reference clinic on purpose; null for none. */
  fault: z.string().nullable(),
  /** Command that acts out the same plan again. */
  reproduce: z.string(),
  thresholds: z.strictObject({
    patients: z.int(),
    overlapping: z.number(),
    liveCalls: z.int().min(0),
    readInBrowser: z.int(),
  }),
  environment: z.strictObject({
    harness: z.string(),
    commit: z.string(),
    node: z.string(),
    playwright: z.string(),
    platform: z.string(),
    lockfileSha256: sha256,
    database: z.string(),
    browser: z.string(),
    workers: z.int(),
    ci: z.boolean(),
  }),
  planSha256: sha256,
  /** The run with which this one is compared, as it was judged; absent where none is known. */
  before: z
    .strictObject({
      run: z.string(),
      startedAt: z.iso.datetime(),
      verdict: z.string(),
      kinds: z.array(
        z.strictObject({
          promise: z.string(),
          class: z.string(),
          surface: z.string(),
          edge: z.string(),
        }),
      ),
    })
    .optional(),
  /** Path under `history/` → SHA-256; absent until acting has ended. */
  histories: z.record(z.string(), sha256).optional(),
});

export type RunRecord = z.infer<typeof runRecordSchema>;
