import { encodeClip } from '../canary/encode-clip.ts';
import { mintCanary } from '../canary/full-canary.ts';
import { mintMark } from '../canary/mark.ts';
import type { EntryOf } from '../history/history.ts';
import type { Consultation } from '../model/consultation.ts';
import type { PlannedAct, PlannedCohort } from '../plan/plan.ts';
import { switchVerbs } from '../plan/plan.ts';
import { isDriverLack } from './driver-lacks.ts';
import type { Outcome } from './outcome.ts';
import { indeterminate } from './outcome.ts';
import type { Participant } from './participant.ts';
import { performLiveAct } from './perform-live-act.ts';
import { reasonForVisit } from './reason-for-visit.ts';
import type { RecordingConsent } from './target-driver.ts';

type PatientAct = Exclude<PlannedAct, { verb: 'look' }>;

/** Size of the picture in pixels and frames a second: four a second let every quarter second be told apart. */
const clipSize = { width: 320, height: 240, framesPerSecond: 4 };

/** What performing an act needs to know of its run. */
export interface Stage {
  readonly run: string;
  readonly key: Uint8Array;
  readonly dayBegins: Date;
  /** Whether the target's clock is set to the plan's time. */
  readonly keepsPlannedTime: boolean;
  /** Whether the target holds calls that can be joined, switched and ended. */
  readonly holdsCalls: boolean;
  /** Whether patients can mute themselves in the target's live calls. */
  readonly mutes: boolean;
  /** Ids of the target's clinicians, one for each of the cohort's. */
  readonly clinicians: readonly string[];
  /** Milliseconds of the harness's clock. */
  readonly clock: () => number;
  /** Told what the driver was found to lack, such as a secret: an act that failed for it says nothing of the product. */
  readonly lacks?: (reason: string) => void;
}

/** An act with its media made, so that behind the barrier nothing but the act itself takes time. */
export interface PreparedAct {
  readonly act: PatientAct;
  readonly clip: Uint8Array | undefined;
}

/** Makes what an act sends before the barrier opens. */
export async function prepareAct(
  stage: Stage,
  cohort: PlannedCohort,
  act: PatientAct,
  isLive: boolean,
): Promise<PreparedAct> {
  if (act.verb !== 'publish' || isLive) return { act, clip: undefined };
  const take = consultationOf(cohort, act).takes.find(({ take: number }) => number === act.take);
  if (take === undefined) throw new Error(`The plan has no take ${act.take} to publish.`);
  if (!take.mayBeRecorded) return { act, clip: undefined };
  const mark = (role: 'patient' | 'clinician') =>
    mintMark(stage.key, stage.run, { role, patient: act.patient, take: act.take });
  const clip = await encodeClip({
    ...(take.mode === 'video' ? { picture: mark('patient') } : {}),
    sound: {
      ...(take.isMuted ? {} : { patient: mark('patient') }),
      clinician: mark('clinician'),
    },
    seconds: take.seconds,
    ...clipSize,
  });
  return { act, clip };
}

/** Performs one act and says what became of it; whatever a driver throws is an indeterminate outcome. */
export async function performAct(
  stage: Stage,
  cohort: PlannedCohort,
  participant: Participant,
  { act, clip }: PreparedAct,
  moment: number,
): Promise<EntryOf<'act'>[]> {
  if (isLeftOut(stage, participant, act, clip)) return [];
  const attempt = async (work: () => Promise<Outcome<string | undefined>>) => {
    const at = stage.clock();
    const { named } = participant.http;
    const place = named.next();
    const outcome = await work().catch((error: unknown) => {
      if (isDriverLack(error)) stage.lacks?.(error.message);
      return indeterminate(error instanceof Error ? error.message : String(error));
    });
    const startsAt =
      act.verb === 'book' && stage.keepsPlannedTime
        ? { startsAt: startOf(stage, consultationOf(cohort, act)).toISOString() }
        : {};
    const isOfCall = callOnly.has(act.verb) && outcome.outcome === 'done';
    return {
      ...entry(act, moment, at, stage.clock(), outcome),
      ...startsAt,
      ...(isOfCall ? { named: named.digestsFrom(place, stage.key) } : {}),
    };
  };
  if (act.verb !== 'register')
    return [await attempt(() => perform(stage, cohort, participant, act, clip))];
  const first = await attempt(() => register(participant));
  if (first.outcome !== 'refused') {
    participant.accountMade(participant.email);
    return [first];
  }
  // The product takes this address for another patient's, as it may; real people then give a second one.
  participant.email = participant.patient.fallbackEmail;
  const second = await attempt(() => register(participant));
  if (second.outcome !== 'refused') participant.accountMade(participant.email);
  return [first, second];
}

async function register({ session, patient, email, password }: Participant): Promise<Outcome> {
  if (session.register === undefined) return indeterminate('the driver has no register');
  const { givenName, familyName, birthDate, phone, membershipNumber, nhsNumber } = patient;
  const person = { givenName, familyName, birthDate, phone, membershipNumber, nhsNumber };
  return await session.register({ ...person, email, password });
}

async function signIn({ session, http, email, password }: Participant): Promise<Outcome> {
  const signedIn = await session.signIn({ email, password });
  // A way in is no page of a patient's that others may ask for.
  http.addresses.clear();
  return signedIn;
}

async function perform(
  stage: Stage,
  cohort: PlannedCohort,
  participant: Participant,
  act: Exclude<PatientAct, { verb: 'register' }>,
  clip: Uint8Array | undefined,
): Promise<Outcome<string | undefined>> {
  const { session } = participant;
  if (act.verb === 'sign-in') return await signIn(participant);
  if (act.verb === 'book') return await book(stage, cohort, participant, act);
  const appointment = participant.appointments.get(act.consultation);
  if (appointment === undefined)
    return indeterminate(`consultation ${act.consultation} has no appointment at the target`);
  const planned = consultationOf(cohort, act);
  const consent = consentTo(planned);
  const { live } = participant;
  if (live !== undefined && session.live !== undefined) {
    const call = { stage, participant, planned, appointment, consent };
    return await performLiveAct(call, live, session.live, act);
  }
  switch (act.verb) {
    case 'join':
      return await session.join(appointment, consent);
    case 'switch-to-video':
    case 'switch-together':
      return await session.switchToVideo(appointment);
    case 'hang-up':
      return await session.hangUp(appointment);
    case 'publish':
      return await session.publish(appointment, clip ?? new Uint8Array());
    case 'hold-up':
    case 'attend':
    case 'switch-to-audio':
    case 'reconnect':
    case 'join-again':
    case 'put-away':
    case 'bring-back':
    case 'mute':
    case 'unmute':
    case 'withdraw-consent':
    case 'hold-uploads':
    case 'release-uploads':
      return indeterminate(`${act.verb} needs a live call`);
  }
}

/**
 * What a call that is not live has no place for: its media are published whole, so there is nothing to hold up, to
 * lose, to keep back or to withdraw, and what may not be recorded is not published; of whoever is muted the voice is left out. Where there are no calls, none is joined or left.
 * Whoever was given an account does not register.
 */
function isLeftOut(
  { holdsCalls, mutes }: Stage,
  { live, isLeased }: Participant,
  { verb }: PatientAct,
  clip: Uint8Array | undefined,
): boolean {
  if (isLeased && verb === 'register') return true;
  if (live !== undefined) return !mutes && (verb === 'mute' || verb === 'unmute');
  if (!holdsCalls && callOnly.has(verb)) return true;
  return liveOnly.has(verb) || (verb === 'publish' && clip === undefined);
}

const callOnly: ReadonlySet<PatientAct['verb']> = new Set(['join', ...switchVerbs, 'hang-up']);

const liveOnly: ReadonlySet<PatientAct['verb']> = new Set([
  'hold-up',
  'attend',
  'switch-to-audio',
  'reconnect',
  'join-again',
  'put-away',
  'bring-back',
  'mute',
  'unmute',
  'withdraw-consent',
  'hold-uploads',
  'release-uploads',
]);

/** Somebody who never attends, or of whose call any part may be recorded, has agreed when they are asked. */
function consentTo({ takes }: Consultation): RecordingConsent {
  return takes.length === 0 || takes.some(({ mayBeRecorded }) => mayBeRecorded)
    ? 'given'
    : 'refused';
}

async function book(
  stage: Stage,
  cohort: PlannedCohort,
  { session, patient, appointments, appointmentMade }: Participant,
  act: { readonly patient: number; readonly consultation: number },
): Promise<Outcome<string>> {
  const planned = consultationOf(cohort, act);
  const { clinician, consultation } = planned;
  const canary = mintCanary(stage.key, {
    run: stage.run,
    patient: patient.number,
    consultation,
    take: 0,
    kind: 'reason',
  });
  const booked = await session.book({
    clinician: stage.clinicians[clinician] ?? '',
    startsAt: startOf(stage, planned),
    reason: reasonForVisit(patient.number, canary),
  });
  if (booked.outcome === 'done') {
    appointments.set(consultation, booked.value);
    appointmentMade(booked.value);
  }
  return booked;
}

function startOf({ dayBegins }: Stage, { startsAtMinute }: Consultation): Date {
  return new Date(dayBegins.getTime() + startsAtMinute * 60_000);
}

function consultationOf(
  { consultations }: PlannedCohort,
  act: { readonly patient: number; readonly consultation: number },
): Consultation {
  const found = consultations.find(
    ({ patient, consultation }) => patient === act.patient && consultation === act.consultation,
  );
  if (found === undefined) throw new Error(`The plan has no consultation ${act.consultation}.`);
  return found;
}

function entry(
  act: PatientAct,
  moment: number,
  at: number,
  until: number,
  outcome: Outcome<string | undefined>,
): EntryOf<'act'> {
  return {
    type: 'act',
    at,
    until,
    moment,
    ...act,
    outcome: outcome.outcome,
    ...(outcome.outcome === 'done'
      ? outcome.value === undefined
        ? {}
        : { claimed: outcome.value }
      : { reason: outcome.reason }),
  };
}
