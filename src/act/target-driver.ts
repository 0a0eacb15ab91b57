import type { BrowserContext } from '@playwright/test';
import type { Patient } from '../model/patient.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { ClinicianEquipment, ClinicianSession, LivePatient } from './live-call.ts';
import type { HttpClient } from './http-client.ts';
import type { Outcome } from './outcome.ts';
import type { Surface } from './surface.ts';
import type { TargetControl } from './target-control.ts';

/** What a patient signs in with. The password is made for the run and never stored. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What a patient fills in to register. */
export type Registration = Credentials &
  Pick<
    Patient,
    'givenName' | 'familyName' | 'birthDate' | 'phone' | 'membershipNumber' | 'nhsNumber'
  >;

/** An appointment as a patient asks for it. */
export interface BookingRequest {
  /** One of the ids that `clinicians` gave. */
  readonly clinician: string;
  readonly startsAt: Date;
  /** What the patient writes; it carries a canary and has to be stored as it is. */
  readonly reason: string;
}

/** Whom the product says is signed in: the e-mail address that it shows, or that nobody is. */
export type WhoAmI = { readonly email: string } | 'nobody';

/** What a patient answers when asked whether their call may be recorded. */
export type RecordingConsent = 'given' | 'refused';

/** What the harness hands a driver for one patient: a client and a context that record all that comes over the wire. */
export interface SessionEquipment {
  readonly http: HttpClient;
  /** Only in the browser tier, and there only where the product has one of the browser surfaces. */
  readonly browser: BrowserContext | undefined;
  /**
   * Resolves when every response that the browser got so far has been read. To be awaited before a page is left,
   * which takes what was not read along.
   */
  readonly heard: () => Promise<void>;
}

/** The product's ids of what a patient made in a run. More may be there, if the run was killed. */
export interface MadeByPatient {
  readonly appointments: readonly string[];
  readonly replays: readonly string[];
}

/** One patient at the product, with their own session. */
export interface PatientSession {
  /** Left out only where `absentRegistration` says why nobody can. */
  readonly register?: (registration: Registration) => Promise<Outcome>;
  readonly signIn: (credentials: Credentials) => Promise<Outcome>;
  /**
   * Signs out the way patients do, and leaves on the device what the product leaves there; another patient then signs in
   * with this very session. Where it is not written, no device is handed on.
   */
  readonly signOut?: () => Promise<Outcome>;
  /** Asked of sessions in which nobody signed in, too. */
  readonly whoAmI: () => Promise<WhoAmI>;
  /** Gives the product's id of the appointment. */
  readonly book: (booking: BookingRequest) => Promise<Outcome<string>>;
  /** Enters the call, or its waiting room, having said whether it may be recorded. */
  readonly join: (appointment: string, consent: RecordingConsent) => Promise<Outcome>;
  /** Sends media, a WebM clip with marks in picture and sound, into the call. */
  readonly publish: (appointment: string, clip: Uint8Array) => Promise<Outcome>;
  readonly switchToVideo: (appointment: string) => Promise<Outcome>;
  readonly hangUp: (appointment: string) => Promise<Outcome>;
  /** The surface as this patient has it; undefined only for those that the driver declared absent. */
  readonly surface: (id: SurfaceId) => Surface | undefined;
  /**
   * Opens what else the product has for a patient who is signed in: their appointments, their profile, letters. What comes is
   * scanned, and asked for by others; nothing is handed back. Throws where something cannot be opened.
   */
  readonly browse?: () => Promise<void>;
  /** What else the patient does in a live call; absent where calls are not held between pages. */
  readonly live?: LivePatient;
  /** Deletes what this patient made, and their account if they registered it; asked of a patient who just signed in. */
  readonly cleanUp?: (made: MadeByPatient) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** What a product lacks, each with the reason that reports print. */
export interface Capabilities {
  readonly absentSurfaces: Readonly<Partial<Record<SurfaceId, string>>>;
  /**
   * Why the product holds no calls. Joining, switching and hanging up are then left out, and each patient publishes what
   * they keep there at the moment at which they would have said it in a call.
   */
  readonly absentCalls?: string | undefined;
  /** Why the product's replays do not say of which appointment they are, so that no claim can be held to their content. */
  readonly absentClaims?: string | undefined;
  /** Why nobody can register; the driver then gives out accounts that exist, with `lease`. */
  readonly absentRegistration?: string | undefined;
  /** Why nobody can sign out; reports print it. Where a driver without `signOut` gives none, they say that it has none. */
  readonly absentSignOut?: string | undefined;
  /** Why calls between two pages cannot be held; needed where the driver opens no clinician's session. */
  readonly absentLiveCalls?: string | undefined;
  /** Why patients cannot mute themselves in a live call; they then keep silent where they would have spoken muted. */
  readonly absentMute?: string | undefined;
  /** How long after the last call a replay may take to appear, in ms of real time. */
  readonly readinessDeadlineMs: number;
  /** How long one request may take, in ms of real time; 15 s unless given. */
  readonly answerDeadlineMs?: number | undefined;
  /** Requests that all clients of a run may begin in a second; pages make their own as fast as they are. */
  readonly requestsPerSecond?: number | undefined;
  /** Requests of a run’s clients that may be under way together. */
  readonly requestsAtOnce?: number | undefined;
}

/** A product under test, as a patient uses it. One file a product; a driver navigates and claims, and judges nothing. */
export interface TargetDriver {
  readonly name: string;
  /** Why this is not a production system. The harness refuses a target that does not say so. */
  readonly nonProduction: string;
  readonly capabilities: Capabilities;
  /** Ids of the clinicians that can be booked, in a stable order. */
  readonly clinicians: (http: HttpClient) => Promise<string[]>;
  readonly openSession: (equipment: SessionEquipment) => Promise<PatientSession>;
  /**
   * Gives the account of one of a run's patients, where nobody can register. `place` is from 0 without gaps and the same on
   * every worker and shard: to each place belongs an account that no other has. Throws where there is none.
   */
  readonly lease?: (place: number) => Promise<Credentials>;
  /** Gives a clinician a session of their own, for live calls. */
  readonly openClinician?: (equipment: ClinicianEquipment) => Promise<ClinicianSession>;
  readonly control: TargetControl;
  readonly close: () => Promise<void>;
}
