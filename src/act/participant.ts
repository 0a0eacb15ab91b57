import { createHmac } from 'node:crypto';
import type { Patient } from '../model/patient.ts';
import type { HttpClient } from './http-client.ts';
import type { LiveParticipant } from './live-call.ts';
import type { RawResponse } from './raw-response.ts';
import type { PatientSession } from './target-driver.ts';

/** One patient in the act: who they are, their session at the target, and what the target calls their appointments. */
export interface Participant {
  readonly patient: Patient;
  readonly cohort: number;
  readonly session: PatientSession;
  /** Another device of theirs, on which nobody has signed in; over the API alone. */
  readonly signedOut?: () => Promise<PatientSession>;
  /** A client of theirs in which nobody has signed in. */
  readonly newClient: () => HttpClient;
  readonly http: HttpClient;
  /** Whose the answers on this device are from now on, once all that came so far was heard as before. */
  readonly hearAs: (patient: number | 'nobody') => Promise<void>;
  /** Responses that their client and their browser have received so far. */
  readonly responses: () => number;
  /**
   * Listens from now on; what it gives says whether an answer like one that the driver hands on has come since. Absent
   * where a browser asks too, of whose answers not all are counted.
   */
  readonly answersFromNow?: () => (answer: RawResponse) => boolean;
  readonly password: string;
  /** Whether the account existed before the run, so that nobody registers. */
  readonly isLeased: boolean;
  /** What they hold live calls with; absent where calls are not live. */
  readonly live: LiveParticipant | undefined;
  /** The address under which the account was made. */
  email: string;
  /** Told of the address once an account was, or may have been, made under it. */
  readonly accountMade: (email: string) => void;
  /** The patient's consultation → the product's appointment id. */
  readonly appointments: Map<number, string>;
  /** Told of each appointment that the product made for them. */
  readonly appointmentMade: (appointment: string) => void;
  /** Which of their consultations a take belongs to, by the plan. */
  readonly consultationOfTake: (take: number) => number | undefined;
}

/** A password for one run, from the key that no output holds. */
export function passwordFor(key: Uint8Array, run: string, patient: number): string {
  const digest = createHmac('sha256', key).update(JSON.stringify(['password', run, patient]));
  return `Aa1-${digest.digest('base64url').slice(0, 24)}`;
}
