import { createHash, randomBytes } from 'node:crypto';
import type { StaffDatabase } from '../database/staff-database.ts';
import type { StaffMember } from '../staff-services.ts';
import type { Clock } from '../time/clock.ts';

/** Which clinician is signed in, known by the token in a cookie of the staff's own. */
export interface StaffSessions {
  byEmail: (email: string) => Promise<StaffMember | null>;
  /** Answers with the new session's token. */
  open: (clinicianId: string) => Promise<string>;
  clinicianOf: (token: string) => Promise<StaffMember | null>;
  close: (token: string) => Promise<void>;
}

interface StaffRow {
  id: number;
  email: string;
  name: string;
}

/** Keeps sessions in the database under the token's hash, apart from the patients'. */
export function createStaffSessions(parts: {
  staffDatabase: StaffDatabase;
  clock: Clock;
}): StaffSessions {
  const { staffDatabase, clock } = parts;
  return {
    async byEmail(email) {
      const [row] = await staffDatabase.query<StaffRow>({
        name: 'clinician-by-email',
        text: 'SELECT id, email, name FROM clinicians WHERE email = lower($1)',
        values: [email],
      });
      return row ? staffMemberOf(row) : null;
    },
    async open(clinicianId) {
      const token = randomBytes(32).toString('base64url');
      await staffDatabase.query({
        name: 'open-staff-session',
        text: 'INSERT INTO staff_sessions (token_hash, clinician_id, opened_at) VALUES ($1, $2, $3)',
        values: [hashOf(token), clinicianId, clock.now()],
      });
      return token;
    },
    async clinicianOf(token) {
      const [row] = await staffDatabase.query<StaffRow>({
        name: 'clinician-of-session',
        text: `SELECT k.id, k.email, k.name FROM staff_sessions s JOIN clinicians k ON k.id = s.clinician_id
          WHERE s.token_hash = $1`,
        values: [hashOf(token)],
      });
      return row ? staffMemberOf(row) : null;
    },
    async close(token) {
      await staffDatabase.query({
        name: 'close-staff-session',
        text: 'DELETE FROM staff_sessions WHERE token_hash = $1',
        values: [hashOf(token)],
      });
    },
  };
}

function staffMemberOf(row: StaffRow): StaffMember {
  return { id: String(row.id), email: row.email, name: row.name };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
