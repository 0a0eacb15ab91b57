import type { Clinician, Consultation, JoinedCall, Replay, ReplayPage } from '../services.ts';
import type { ListedAppointment } from '../staff-services.ts';
import type { FormValues } from './form-values.ts';

/** A form as the page shows it: what was filled in before, and what is wrong with it, if anything. */
export interface FormState<Field extends string> {
  readonly values: FormValues<Field>;
  readonly problem: string | null;
}

export type RegistrationField =
  'email' | 'givenName' | 'familyName' | 'birthDate' | 'phone' | 'membershipNumber';
export type BookingField = 'clinicianId' | 'date' | 'time' | 'reason';

/** What each page is given besides the frame's own data, by the name of its template. */
export interface PageData {
  landing: object;
  home: { next: Consultation | null; replays: number };
  register: FormState<RegistrationField>;
  'sign-in': FormState<'email'> & { readonly returnTo: string };
  book: FormState<BookingField> & {
    readonly clinicians: ReadonlyMap<string, readonly Clinician[]>;
    readonly today: string;
  };
  consultations: { upcoming: readonly Consultation[]; past: readonly Consultation[] };
  consultation: {
    consultation: Consultation;
    call: JoinedCall | null;
    problem: string | null;
  };
  profile: { page: ReplayPage };
  replays: { page: ReplayPage; isFirst: boolean };
  replay: { replay: Replay };
  'staff-sign-in': FormState<'email'> & { readonly returnTo: string };
  'staff-day': { readonly appointments: readonly ListedAppointment[]; readonly now: string };
  'staff-consultation': { readonly appointment: ListedAppointment };
  error: { heading: string; advice: string };
}
