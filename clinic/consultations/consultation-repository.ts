import { randomUUID } from 'node:crypto';
import { DatabaseError } from 'pg';
import type { PoolClient } from 'pg';
import { ClinicError } from '../clinic-error.ts';
import type { Database } from '../database/database.ts';
import type {
  Booking,
  CallMode,
  Clinician,
  Consent,
  Consultation,
  ConsultationStatus,
} from '../services.ts';
import type { Clock } from '../time/clock.ts';

/** The call behind a consultation, once somebody has joined it. */
export interface Call {
  consultation: Consultation;
  mode: CallMode;
  room: { sid: string; name: string } | null;
}

/** Appointments of the signed-in patient; every method but `clinicians` sees that patient's rows alone. */
export interface ConsultationRepository {
  clinicians: () => Promise<Clinician[]>;
  book: (patientId: string, booking: Booking) => Promise<Consultation>;
  own: () => Promise<Consultation[]>;
  /** Read like something about to be changed, since whoever asks for a call is about to enter or leave it. */
  call: (consultationId: string) => Promise<Call | null>;
  /** Notes the room that the call takes place in, unless it has one already; answers with the call as it then is. */
  enterRoom: (consultationId: string, room: { sid: string; name: string }) => Promise<Call | null>;
  setMode: (consultationId: string, mode: CallMode) => Promise<void>;
  setConsent: (consultationId: string, consent: Consent) => Promise<void>;
  complete: (consultationId: string) => Promise<void>;
}

interface ConsultationRow {
  id: string;
  clinician_id: number;
  clinician_name: string;
  starts_at: Date;
  ends_at: Date;
  status: ConsultationStatus;
  reason: string;
  consent: Consent;
  mode: CallMode;
  room_sid: string | null;
  room_name: string | null;
}

const slotMs = 10 * 60_000;
const exclusionViolation = '23P01';
const foreignKeyViolation = '23503';

const selectOwn = `SELECT c.id, c.clinician_id, k.name AS clinician_name, c.starts_at, c.ends_at, c.status, c.reason,
    c.consent, c.mode, c.room_sid, c.room_name
  FROM consultations c JOIN clinicians k ON k.id = c.clinician_id
  WHERE c.patient_id = current_patient()`;

/** Keeps appointments in PostgreSQL, under row-level security. */
export function createConsultationRepository(parts: {
  database: Database;
  clock: Clock;
}): ConsultationRepository {
  const { database, clock } = parts;

  async function readOne(connection: PoolClient, id: string): Promise<Call | null> {
    const { rows } = await connection.query<ConsultationRow>({
      name: 'own-consultation',
      text: `${selectOwn} AND c.id = $1`,
      values: [id],
    });
    return rows[0] ? callOf(rows[0]) : null;
  }

  return {
    async clinicians() {
      const rows = await database.query<{ id: number; name: string; speciality: string }>({
        name: 'clinicians',
        text: 'SELECT id, name, speciality FROM clinicians ORDER BY id',
      });
      return rows.map((row) => ({ ...row, id: String(row.id) }));
    },
    async book(patientId, booking) {
      const startsAt = new Date(booking.startsAt);
      const id = randomUUID();
      return await database.write(async (connection) => {
        try {
          await connection.query({
            name: 'book',
            text: `INSERT INTO consultations (id, patient_id, clinician_id, starts_at, ends_at, reason, booked_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7)`,
            values: [
              id,
              patientId,
              booking.clinicianId,
              startsAt,
              new Date(startsAt.getTime() + slotMs),
              booking.reason,
              clock.now(),
            ],
          });
        } catch (error) {
          throw refusalOf(error);
        }
        const call = await readOne(connection, id);
        if (!call) throw new Error('A consultation that was just booked cannot be read back.');
        return call.consultation;
      });
    },
    own: () =>
      database.read(async (connection) => {
        const { rows } = await connection.query<ConsultationRow>({
          name: 'own-consultations',
          text: `${selectOwn} ORDER BY c.starts_at DESC, c.id DESC`,
        });
        return rows.map((row) => callOf(row).consultation);
      }),
    call: (consultationId) => database.write((connection) => readOne(connection, consultationId)),
    enterRoom: (consultationId, room) =>
      database.write(async (connection) => {
        await connection.query({
          name: 'enter-room',
          text: `UPDATE consultations SET room_sid = $2, room_name = $3, status = 'in-progress'
            WHERE id = $1 AND room_sid IS NULL`,
          values: [consultationId, room.sid, room.name],
        });
        return await readOne(connection, consultationId);
      }),
    setMode: (consultationId, mode) =>
      database.write(async (connection) => {
        await connection.query({
          name: 'set-mode',
          text: 'UPDATE consultations SET mode = $2 WHERE id = $1',
          values: [consultationId, mode],
        });
      }),
    setConsent: (consultationId, consent) =>
      database.write(async (connection) => {
        await connection.query({
          name: 'set-consent',
          text: 'UPDATE consultations SET consent = $2 WHERE id = $1',
          values: [consultationId, consent],
        });
      }),
    complete: (consultationId) =>
      database.write(async (connection) => {
        await connection.query({
          name: 'complete',
          text: `UPDATE consultations SET status = 'completed' WHERE id = $1`,
          values: [consultationId],
        });
      }),
  };
}

function callOf(row: ConsultationRow): Call {
  return {
    consultation: {
      id: row.id,
      clinicianId: String(row.clinician_id),
      clinicianName: row.clinician_name,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      status: row.status,
      reason: row.reason,
      consent: row.consent,
    },
    mode: row.mode,
    room:
      row.room_sid === null || row.room_name === null
        ? null
        : { sid: row.room_sid, name: row.room_name },
  };
}

function refusalOf(error: unknown): unknown {
  const code = error instanceof DatabaseError ? error.code : undefined;
  if (code === exclusionViolation) {
    return new ClinicError(
      'slot-taken',
      409,
      'The clinician has another consultation at that time. Choose another time.',
    );
  }
  if (code === foreignKeyViolation) {
    return new ClinicError('invalid', 422, 'There is no such clinician. Choose one from the list.');
  }
  return error;
}
