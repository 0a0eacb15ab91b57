import { randomUUID } from 'node:crypto';
import { ClinicError } from '../clinic-error.ts';
import type { Database } from '../database/database.ts';
import type { Patient, Registration } from '../services.ts';
import type { Clock } from '../time/clock.ts';
import type { EmailIdentity } from './email-identity.ts';

/** The patients' accounts. */
export interface PatientRepository {
  add: (registration: Registration, passwordHash: string) => Promise<Patient>;
  byEmail: (email: string) => Promise<{ patient: Patient; passwordHash: string } | null>;
  byId: (id: string) => Promise<Patient | null>;
}

export interface PatientRow {
  id: string;
  email: string;
  given_name: string;
  family_name: string;
  birth_date: string;
  phone: string;
}

/** The columns that make a `Patient`, for a table or alias called `p`. */
export const patientColumns = 'p.id, p.email, p.given_name, p.family_name, p.birth_date, p.phone';

/** Keeps accounts in PostgreSQL, one for each e-mail identity. */
export function createPatientRepository(parts: {
  database: Database;
  clock: Clock;
  emailIdentity: EmailIdentity;
}): PatientRepository {
  const { database, clock, emailIdentity } = parts;
  return {
    async add(registration, passwordHash) {
      const [row] = await database.query<PatientRow>({
        name: 'add-patient',
        text: `INSERT INTO patients AS p (id, email, email_identity, password_hash, given_name, family_name,
            birth_date, phone, membership_number, registered_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          ON CONFLICT (email_identity) DO NOTHING RETURNING ${patientColumns}`,
        values: [
          randomUUID(),
          registration.email,
          emailIdentity(registration.email),
          passwordHash,
          registration.givenName,
          registration.familyName,
          registration.birthDate,
          registration.phone,
          registration.membershipNumber,
          clock.now(),
        ],
      });
      if (!row) {
        throw new ClinicError(
          'email-taken',
          409,
          'There is already an account with this e-mail address. Sign in, or use another address.',
        );
      }
      return patientOf(row);
    },
    async byEmail(email) {
      const [row] = await database.query<PatientRow & { password_hash: string }>({
        name: 'patient-by-email',
        text: `SELECT ${patientColumns}, p.password_hash FROM patients p WHERE p.email_identity = $1`,
        values: [emailIdentity(email)],
      });
      return row ? { patient: patientOf(row), passwordHash: row.password_hash } : null;
    },
    async byId(id) {
      const [row] = await database.query<PatientRow>({
        name: 'patient-by-id',
        text: `SELECT ${patientColumns} FROM patients p WHERE p.id = $1`,
        values: [id],
      });
      return row ? patientOf(row) : null;
    },
  };
}

/** The patient that a row of the patients table describes. */
export function patientOf(row: PatientRow): Patient {
  return {
    id: row.id,
    email: row.email,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    phone: row.phone,
  };
}
