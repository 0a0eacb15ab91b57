import { z } from 'zod';
import { exposureLevels } from '../model/exposure-level.ts';
import { surfaces } from '../model/surface.ts';
import { coverageSchema } from './coverage.ts';
import { exposureSchema } from './exposure.ts';
import { findingSurfaces } from './finding.ts';
import { promiseIds } from './promise-id.ts';
import { visibilitySchema } from './visibility.ts';

/** The version of the verdicts' format. */
export const verdictsFormat = 6;

const verdict = z.enum(['upheld', 'violated', 'inconclusive']);
const runVerdict = z.enum(['upheld', 'violated', 'inconclusive', 'broken']);

const finding = z.strictObject({
  promise: z.enum(promiseIds),
  class: z.string(),
  surface: z.enum(findingSurfaces),
  edge: z.string(),
  viewer: z.int(),
  subject: z.int().nullable(),
  consultation: z.int().nullable(),
  item: z.string().nullable(),
  level: z.enum(exposureLevels).nullable(),
  seconds: z.number(),
  at: z.number(),
  cohort: z.int(),
  line: z.int(),
  detail: z.string(),
});

/** Everything that judging one run gives; plain data without a time stamp, so that the same histories give the same bytes. */
export const runVerdictsSchema = z.strictObject({
  format: z.literal(verdictsFormat),
  run: z.string(),
  verdict: runVerdict,
  exitCode: z.int(),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      threshold: z.string(),
      value: z.string(),
      verdict: runVerdict,
    }),
  ),
  promises: z.array(
    z.strictObject({
      id: z.enum(promiseIds),
      sentence: z.string(),
      guards: z.enum(['confidentiality', 'completeness', 'integrity']),
      verdict,
      planned: z.int(),
      concluded: z.int(),
      findings: z.int(),
      shortfalls: z.int(),
      /** The target’s reason why there was nothing to judge, and the promise is upheld without a check; null where there was. */
      nothingToJudge: z.string().nullable(),
    }),
  ),
  exposure: exposureSchema,
  coverage: coverageSchema,
  findings: z.array(
    z.strictObject({
      count: z.int(),
      viewers: z.int(),
      subjects: z.int(),
      first: finding,
      worst: finding,
    }),
  ),
  /** Reasons why checks did not conclude, most frequent first, at most 50. */
  shortfalls: z.array(
    z.strictObject({
      promise: z.enum(promiseIds),
      reason: z.string(),
      count: z.int(),
      cohort: z.int(),
      viewer: z.int().nullable(),
      surface: z.enum(surfaces).nullable(),
    }),
  ),
  /** What is wrong with the stored evidence itself. */
  problems: z.array(z.string()),
  /** Matrices of the cohorts with most leaks, worst first, at most 12, and of one without. */
  visibility: z.array(visibilitySchema),
  cohortsWithFindings: z.int(),
});

export type RunVerdicts = z.infer<typeof runVerdictsSchema>;
