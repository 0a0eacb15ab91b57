import type { Take } from './take.ts';

/** One appointment of one patient with one clinician, and the call that happens in it, if any. */
export interface Consultation {
  readonly patient: number;
  /** Counts from 1 for each patient. */
  readonly consultation: number;
  /** Which of the cohort's clinicians, from 0. */
  readonly clinician: number;
  /** Start of the slot, in minutes of clinic time after the cohort's day began; negative for the past. */
  readonly startsAtMinute: number;
  /** Empty when the patient never attends. */
  readonly takes: readonly Take[];
}
