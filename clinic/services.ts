import type { FastifyRequest } from 'fastify';
import type { StaffMember, StaffServices } from './staff-services.ts';
import type { BrowserModules } from './web/browser-modules.ts';

/** What the clinic tells a patient about themselves. */
export interface Patient {
  id: string;
  email: string;
  givenName: string;
  familyName: string;
  /** YYYY-MM-DD */
  birthDate: string;
  phone: string;
}

/** What somebody fills in to become a patient. */
export interface Registration {
  email: string;
  password: string;
  givenName: string;
  familyName: string;
  /** YYYY-MM-DD */
  birthDate: string;
  phone: string;
  membershipNumber: string;
}

export interface Clinician {
  id: string;
  name: string;
  speciality: string;
}

export type CallMode = 'audio' | 'video';
/** What a patient said about being recorded. */
export type Consent = 'unasked' | 'given' | 'refused' | 'withdrawn';
export type ConsultationStatus = 'booked' | 'in-progress' | 'completed';

/** What a patient asks for when they book. */
export interface Booking {
  clinicianId: string;
  /** ISO 8601 instant, on a whole minute */
  startsAt: string;
  reason: string;
}

export interface Consultation {
  id: string;
  clinicianId: string;
  clinicianName: string;
  /** ISO 8601 instant */
  startsAt: string;
  /** ISO 8601 instant, ten minutes after the start */
  endsAt: string;
  status: ConsultationStatus;
  reason: string;
  consent: Consent;
}

/** What the patient's device needs to enter the call at the video provider. */
export interface JoinedCall {
  room: { sid: string; name: string };
  token: string;
  providerUrl: string;
  mode: CallMode;
}

export type ReplayStatus = 'processing' | 'ready';

/** One line of the list of replays. */
export interface ReplaySummary {
  id: string;
  consultationId: string;
  title: string;
  clinicianName: string;
  /** ISO 8601 instant of the consultation */
  startsAt: string;
  reason: string;
  status: ReplayStatus;
  durationSeconds: number | null;
  /** Signed and expiring, relative to the clinic's address. Null while processing and for sound alone. */
  thumbnailUrl: string | null;
}

/** A replay as its own page shows it. */
export interface Replay extends ReplaySummary {
  /** Signed and expiring, relative to the clinic's address. Null until there is something to play. */
  mediaUrl: string | null;
}

export interface ReplayPageRequest {
  /** `nextCursor` of the page before; absent for the first page */
  cursor?: string | undefined;
  /** 1 to 20, 10 when absent */
  limit?: number | undefined;
}

export interface ReplayPage {
  replays: ReplaySummary[];
  /** All replays of this patient, not those of this page */
  total: number;
  nextCursor: string | null;
}

/** A patient who just proved who they are, with the token that their session cookie carries. */
export interface SignedIn {
  patient: Patient;
  sessionToken: string;
}

/**
 * Everything the product can do for a patient; the JSON routes and the pages call these alone.
 * Each answers with the documented shape or throws a `ClinicError`; `patientId` is the signed-in patient's.
 */
export interface ClinicServices {
  register: (registration: Registration) => Promise<Patient>;
  signIn: (credentials: { email: string; password: string }) => Promise<SignedIn>;
  signOut: (sessionToken: string) => Promise<void>;
  me: (patientId: string) => Promise<Patient>;
  clinicians: () => Promise<Clinician[]>;
  book: (patientId: string, booking: Booking) => Promise<Consultation>;
  ownConsultations: (patientId: string) => Promise<Consultation[]>;
  consultation: (patientId: string, consultationId: string) => Promise<Consultation>;
  /** `consent` is what the patient says now about being recorded; without it, what they said before holds. */
  join: (
    patientId: string,
    consultationId: string,
    consent?: 'given' | 'refused',
  ) => Promise<JoinedCall>;
  /** Nothing more is recorded; what was recorded before stays. */
  withdrawConsent: (patientId: string, consultationId: string) => Promise<{ consent: Consent }>;
  /** The mode that the call has, and with whom it is; asked by the patient's page that comes into it. */
  liveCall: (
    patientId: string,
    consultationId: string,
  ) => Promise<{ clinicianId: string; mode: CallMode; status: ConsultationStatus }>;
  switchMode: (
    patientId: string,
    consultationId: string,
    mode: CallMode,
  ) => Promise<{ mode: CallMode }>;
  end: (patientId: string, consultationId: string) => Promise<{ status: 'completed' }>;
  listReplays: (patientId: string, page: ReplayPageRequest) => Promise<ReplayPage>;
  replay: (patientId: string, replayId: string) => Promise<Replay>;
}

/** How the session travels: the cookie's name and the options to set and clear it with. */
export interface SessionCookie {
  name: string;
  options: { httpOnly: boolean; sameSite: 'lax'; path: string };
}

/** What `registerPages(app, parts)` is given; cookies and form bodies are already parsed when a page handler runs. */
export interface PageParts {
  services: ClinicServices;
  staffServices: StaffServices;
  sessionCookie: SessionCookie;
  staffCookie: SessionCookie;
  browserModules: BrowserModules;
  /** Who is signed in on this request, or null. Every handler may ask; the session was looked up before it ran. */
  signedInPatient: (request: FastifyRequest) => Patient | null;
  /** Which clinician is signed in on this request, or null. */
  signedInClinician: (request: FastifyRequest) => StaffMember | null;
  /** The clinic's own time, which the pages show and compare with. */
  now: () => Date;
  /** Where the video provider listens, for the calling page. */
  providerUrl: string;
}
