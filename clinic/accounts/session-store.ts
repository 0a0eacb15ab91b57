import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Patient } from '../services.ts';
import type { Clock } from '../time/clock.ts';
import { patientColumns, patientOf } from './patient-repository.ts';
import type { PatientRow } from './patient-repository.ts';

/** Who is signed in, known by the token in their cookie. */
export interface SessionStore {
  /** Answers with the new session's token. */
  open: (patientId: string) => Promise<string>;
  patientOf: (token: string) => Promise<Patient | null>;
  close: (token: string) => Promise<void>;
}

/** Keeps sessions in the database under the token's hash, so that reading the table signs nobody in. */
export function createSessionStore(parts: { database: Database; clock: Clock }): SessionStore {
  const { database, clock } = parts;
  return {
    async open(patientId) {
      const token = randomBytes(32).toString('base64url');
      await database.query({
        name: 'open-session',
        text: 'INSERT INTO sessions (token_hash, patient_id, opened_at) VALUES ($1, $2, $3)',
        values: [hashOf(token), patientId, clock.now()],
      });
      return token;
    },
    async patientOf(token) {
      const [row] = await database.query<PatientRow>({
        name: 'patient-of-session',
        text: `SELECT ${patientColumns} FROM sessions s JOIN patients p ON p.id = s.patient_id
          WHERE s.token_hash = $1`,
        values: [hashOf(token)],
      });
      return row ? patientOf(row) : null;
    },
    async close(token) {
      await database.query({
        name: 'close-session',
        text: 'DELETE FROM sessions WHERE token_hash = $1',
        values: [hashOf(token)],
      });
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
