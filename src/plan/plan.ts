import { z } from 'zod';
import type { Consultation } from '../model/consultation.ts';
import type { Patient } from '../model/patient.ts';
import { surfaces, tiers } from '../model/surface.ts';

/** The version of the plan's format. A plan of another version is refused, never guessed at. */
export const planFormat = 5;

const tier = z.enum(tiers);
const surface = z.enum(surfaces);

const patient: z.ZodType<Patient> = z.strictObject({
  number: z.int().min(0).max(0xffffff),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.iso.date(),
  email: z.string(),
  fallbackEmail: z.string(),
  phone: z.string(),
  membershipNumber: z.string(),
  nhsNumber: z.string(),
  confusable: z.array(z.string()),
});

const consultation: z.ZodType<Consultation> = z.strictObject({
  patient: z.int(),
  consultation: z.int().min(1),
  clinician: z.int().min(0),
  startsAtMinute: z.int(),
  takes: z.array(
    z.strictObject({
      take: z.int().min(1).max(0xfff),
      mode: z.enum(['audio', 'video']),
      seconds: z.number().positive(),
      mayBeRecorded: z.boolean(),
      isMuted: z.boolean(),
    }),
  ),
});

/**
 * What is done in a call. A live call has more to it than one whose media are published: the clinician has to attend,
 * and a patient can go back to sound, lose the connection, join again in a second tab, mute themselves, or withdraw their
 * consent; at `switch-together` the clinician presses the button too. At `put-away` the patient's page goes into the
 * background, until `bring-back`; `hold-uploads` keeps back what the clinician's page sends, until `release-uploads`.
 */
export const callVerbs = [
  'join',
  'attend',
  'switch-to-video',
  'switch-together',
  'switch-to-audio',
  'reconnect',
  'join-again',
  'put-away',
  'bring-back',
  'mute',
  'unmute',
  'withdraw-consent',
  'hold-uploads',
  'hang-up',
  'release-uploads',
] as const;

/** What takes a call from sound to picture. */
export const switchVerbs = ['switch-to-video', 'switch-together'] as const;

/** What is done with a take: held up to the camera from now on, or performed for its whole length. */
export const takeVerbs = ['hold-up', 'publish'] as const;

const look = z.strictObject({
  check: z.string(),
  kind: z.literal('look'),
  viewer: z.int(),
  surface,
  /**
   * `overlap`: while neighbours' calls, switches and composing run; `settled`: in the final sweep; `handed-on`: last, on a
   * device of another patient's who signed out.
   */
  phase: z.enum(['overlap', 'settled', 'handed-on']),
  /** Whose device it is, where it is not the viewer's own. */
  device: z.int().optional(),
});

const probe = z.strictObject({
  check: z.string(),
  kind: z.literal('probe'),
  viewer: z.int(),
  owner: z.int(),
  consultation: z.int(),
  surface,
  /** `overlap`: while neighbours' calls, switches and composing run; `settled`: after the final sweep. */
  phase: z.enum(['overlap', 'settled']),
  /** `own`: the viewer asks signed in as themselves; `none`: from a device on which nobody signed in. */
  session: z.enum(['own', 'none']),
});

/** What a stranger tries with another patient's call while it goes on. */
export const triedVerbs = ['join', 'switch-to-video', 'hang-up'] as const;

const callProbe = z.strictObject({
  check: z.string(),
  kind: z.literal('call-probe'),
  viewer: z.int(),
  owner: z.int(),
  consultation: z.int(),
  verb: z.enum(triedVerbs),
});

const visit = z.strictObject({
  check: z.string(),
  kind: z.literal('visit'),
  viewer: z.int(),
  /** `overlap`: while calls go on; `settled`: after all probes. */
  phase: z.enum(['overlap', 'settled']),
  /** At whose addresses the viewer asks too. */
  neighbours: z.array(z.int()),
});

const act = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('register'), patient: z.int() }),
  z.strictObject({ verb: z.literal('sign-in'), patient: z.int() }),
  z.strictObject({ verb: z.literal('book'), patient: z.int(), consultation: z.int() }),
  z.strictObject({
    verb: z.enum(callVerbs),
    patient: z.int(),
    consultation: z.int(),
  }),
  z.strictObject({
    verb: z.enum(takeVerbs),
    patient: z.int(),
    consultation: z.int(),
    take: z.int(),
  }),
  /** Observes what the check of this name says, of whichever kind. */
  z.strictObject({ verb: z.literal('look'), check: z.string() }),
]);

/** What goes wrong around the product while it works: late, repeated and reordered webhooks, dropped requests, a restart. */
export const nemesisVerbs = [
  'hold-webhooks',
  'release-webhooks',
  'release-webhooks-reversed',
  'release-webhooks-twice',
  'abort-requests',
  'restart-target',
] as const;

/** Acts of one moment start together, released by a barrier; a moment starts when the one before it is over. */
const moment = z.strictObject({
  /** Clinic time, in minutes after the cohort's day began. */
  atMinute: z.int(),
  acts: z.array(act),
  nemesis: z.array(z.enum(nemesisVerbs)),
});

export const plannedCohortSchema = z.strictObject({
  cohort: z.int().min(0),
  scenario: z.string(),
  batch: z.string(),
  tier,
  clinicians: z.int().min(1),
  patients: z.array(patient),
  consultations: z.array(consultation),
  moments: z.array(moment),
  checks: z.array(z.discriminatedUnion('kind', [look, probe, callProbe, visit])),
});

export const plannedBatchSchema = z.strictObject({
  batch: z.string(),
  scenario: z.string(),
  tier,
  cohorts: z.array(z.int().min(0)),
});

export const planHeaderSchema = z.strictObject({
  format: z.literal(planFormat),
  seed: z.string(),
  profile: z.string(),
  /** Instant at which every cohort's day begins in clinic time, ISO. */
  dayBegins: z.iso.datetime(),
  batches: z.array(plannedBatchSchema),
});

export type PlanHeader = z.infer<typeof planHeaderSchema>;
export type PlannedBatch = z.infer<typeof plannedBatchSchema>;
export type PlannedCohort = z.infer<typeof plannedCohortSchema>;
export type Moment = z.infer<typeof moment>;
export type PlannedAct = z.infer<typeof act>;
export type PlannedLook = z.infer<typeof look>;
export type PlannedProbe = z.infer<typeof probe>;
export type PlannedCallProbe = z.infer<typeof callProbe>;
export type PlannedVisit = z.infer<typeof visit>;

export type NemesisVerb = (typeof nemesisVerbs)[number];
