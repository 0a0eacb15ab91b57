import type { BrowserContext, Page } from '@playwright/test';
import type { Camera } from './camera/camera.ts';
import type { HttpClient } from './http-client.ts';
import type { Outcome } from './outcome.ts';
import type { RecordingConsent } from './target-driver.ts';

/** What a patient's page does in a live call beyond joining, switching to video and hanging up. */
export interface LivePatient {
  /** Done when the page says that patient and clinician hear each other. */
  readonly connected: (appointment: string) => Promise<Outcome>;
  /** Resolves when the page is watched; what it gives is done when the connection was lost since and is there again. */
  readonly watchConnection: (appointment: string) => Promise<() => Promise<Outcome>>;
  readonly switchToAudio: (appointment: string) => Promise<Outcome>;
  /** Joins the running call in a second tab, which takes it over. */
  readonly joinAgain: (appointment: string) => Promise<Outcome>;
  /**
   * Mutes the patient's microphone, or lets it be heard again; done when the page says so. Left out only where
   * `absentMute` says why nobody can.
   */
  readonly mute?: (appointment: string, isMuted: boolean) => Promise<Outcome>;
  /** Done when the page says that the call is not recorded any more. */
  readonly withdrawConsent: (appointment: string) => Promise<Outcome>;
}

/** What the harness hands a driver for one clinician. */
export interface ClinicianEquipment {
  /** One of the ids that the driver gave. */
  readonly clinician: string;
  readonly http: HttpClient;
  readonly browser: BrowserContext;
}

/** A clinician at the product's pages. A tab for each call comes from the harness, with a camera of its own. */
export interface ClinicianSession {
  readonly signIn: () => Promise<Outcome>;
  /** Starts the call in the tab; done when it is on and, where the patient agreed, recorded. */
  readonly attend: (appointment: string, tab: Page, consent: RecordingConsent) => Promise<Outcome>;
  /** Done when the tab says that the call is in video; left out where only patients can switch. */
  readonly switchToVideo?: (tab: Page) => Promise<Outcome>;
  /** Done when the tab says that the call is not recorded, or not any more. */
  readonly recordingStopped: (tab: Page) => Promise<Outcome>;
  /** Done when the tab says that the call is over. */
  readonly ended: (tab: Page) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** A clinician in the act, with the tab of each call that they attend. */
export interface LiveClinician {
  readonly session: ClinicianSession;
  readonly camera: Camera;
  readonly openTab: () => Promise<Page>;
  /** The product's appointment id → the tab in which the clinician attends it. */
  readonly tabs: Map<string, Page>;
  /** Appointment → lets go what its tab sends and is kept back. */
  readonly heldBack: Map<string, () => Promise<void>>;
  /** Appointments whose patient has hung up. */
  readonly left: Set<string>;
}

/** What a patient holds live calls with. */
export interface LiveParticipant {
  readonly camera: Camera;
  /** Whether the patient is heard in a call; one that is not here is. `unknown` while they mute themselves, and if that failed. */
  readonly microphones: Map<string, 'on' | 'off' | 'unknown'>;
  /** Breaks the connections that their pages hold open, as a network does that is gone for a moment. */
  readonly dropConnections: () => Promise<void>;
  /** The clinician of one of the plan's consultations, signed in. */
  readonly clinicianOf: (clinician: number) => Promise<LiveClinician>;
}
