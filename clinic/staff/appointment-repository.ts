import type { PoolClient } from 'pg';
import type { StaffDatabase } from '../database/staff-database.ts';
import type { CallMode, Consent, ConsultationStatus } from '../services.ts';
import type { Appointment } from '../staff-services.ts';

/** A consultation with the room that its call takes place in, once the patient has joined. */
export interface AppointmentInRoom extends Appointment {
  roomSid: string | null;
}

/** A clinician's own consultations; row-level security hides everybody else's. */
export interface AppointmentRepository {
  /** Those that begin in this time, and those in progress whenever they began, in order of time. */
  between: (clinicianId: string, from: Date, until: Date) => Promise<AppointmentInRoom[]>;
  one: (clinicianId: string, consultationId: string) => Promise<AppointmentInRoom | null>;
  setMode: (clinicianId: string, consultationId: string, mode: CallMode) => Promise<void>;
  complete: (clinicianId: string, consultationId: string) => Promise<void>;
}

interface AppointmentRow {
  id: string;
  given_name: string;
  family_name: string;
  starts_at: Date;
  ends_at: Date;
  status: ConsultationStatus;
  reason: string;
  consent: Consent;
  mode: CallMode;
  room_sid: string | null;
}

const selectAppointments = `SELECT c.id, p.given_name, p.family_name, c.starts_at, c.ends_at, c.status, c.reason,
    c.consent, c.mode, c.room_sid
  FROM consultations c JOIN patients p ON p.id = c.patient_id
  WHERE c.clinician_id = current_clinician()`;

/** Reads and changes appointments in PostgreSQL. */
export function createAppointmentRepository(parts: {
  staffDatabase: StaffDatabase;
}): AppointmentRepository {
  const { staffDatabase } = parts;

  async function read(
    connection: PoolClient,
    where: string,
    values: unknown[],
  ): Promise<AppointmentInRoom[]> {
    const { rows } = await connection.query<AppointmentRow>({
      text: `${selectAppointments} AND ${where}`,
      values,
    });
    return rows.map(appointmentOf);
  }

  return {
    between: (clinicianId, from, until) =>
      staffDatabase.asClinician(clinicianId, (connection) =>
        read(
          connection,
          `((c.starts_at >= $1 AND c.starts_at < $2) OR c.status = 'in-progress') ORDER BY c.starts_at`,
          [from, until],
        ),
      ),
    one: (clinicianId, consultationId) =>
      staffDatabase.asClinician(clinicianId, async (connection) => {
        const [found] = await read(connection, 'c.id = $1', [consultationId]);
        return found ?? null;
      }),
    setMode: (clinicianId, consultationId, mode) =>
      staffDatabase.asClinician(clinicianId, async (connection) => {
        await connection.query('UPDATE consultations SET mode = $2 WHERE id = $1', [
          consultationId,
          mode,
        ]);
      }),
    complete: (clinicianId, consultationId) =>
      staffDatabase.asClinician(clinicianId, async (connection) => {
        await connection.query(`UPDATE consultations SET status = 'completed' WHERE id = $1`, [
          consultationId,
        ]);
      }),
  };
}

function appointmentOf(row: AppointmentRow): AppointmentInRoom {
  return {
    id: row.id,
    patientName: `${row.given_name} ${row.family_name}`,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    status: row.status,
    reason: row.reason,
    consent: row.consent,
    mode: row.mode,
    roomSid: row.room_sid,
  };
}
