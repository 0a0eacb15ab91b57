import type { CallMode, Consent, ConsultationStatus } from './services.ts';

/** A clinician who is signed in. */
export interface StaffMember {
  id: string;
  email: string;
  name: string;
}

/** A consultation as its clinician sees it. */
export interface Appointment {
  id: string;
  patientName: string;
  /** ISO 8601 instant */
  startsAt: string;
  /** ISO 8601 instant */
  endsAt: string;
  status: ConsultationStatus;
  reason: string;
  consent: Consent;
  mode: CallMode;
}

/** One line of a clinician's day. */
export interface ListedAppointment extends Appointment {
  /** Whether the patient is in the waiting room, or in the call, at this moment */
  isPatientThere: boolean;
}

/** What a page needs to upload a recording to the video provider. */
export interface UploadSession {
  recordingSid: string;
  /** To which `/chunks/<index>` and `/complete` are added */
  uploadUrl: string;
  uploadToken: string;
}

/** Everything the product can do for a clinician; each refuses with a `ClinicError`. */
export interface StaffServices {
  signIn: (credentials: {
    email: string;
    password: string;
  }) => Promise<{ clinician: StaffMember; sessionToken: string }>;
  signOut: (sessionToken: string) => Promise<void>;
  today: (clinicianId: string) => Promise<ListedAppointment[]>;
  appointment: (clinicianId: string, consultationId: string) => Promise<ListedAppointment>;
  openRecording: (
    clinicianId: string,
    consultationId: string,
    mode: CallMode,
  ) => Promise<UploadSession>;
  switchMode: (
    clinicianId: string,
    consultationId: string,
    mode: CallMode,
  ) => Promise<{ mode: CallMode }>;
  end: (clinicianId: string, consultationId: string) => Promise<{ status: 'completed' }>;
}
