import type pg from 'pg';
import { openPool } from './database.ts';

const connectionsMax = 2;

/** The staff's side of the database: each clinician's own appointments, under row-level security. */
export interface StaffDatabase {
  /** Reads and changes rows as a clinician, all or nothing. */
  asClinician: <Result>(
    clinicianId: string,
    work: (connection: pg.PoolClient) => Promise<Result>,
  ) => Promise<Result>;
  /** One statement on the tables that are nobody's in particular: clinicians and their sessions. */
  query: <Row extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** Opens a small pool that acts as `clinic_staff`; the clinician is set for one transaction only. */
export function createStaffDatabase(parts: { databaseUrl: string }): StaffDatabase {
  const pool = openPool(parts.databaseUrl, 'clinic_staff', connectionsMax);
  return {
    async asClinician(clinicianId, work) {
      const connection = await pool.connect();
      try {
        await connection.query('BEGIN');
        try {
          await connection.query({
            name: 'as-clinician',
            text: `SELECT set_config('clinic.clinician_id', $1, true)`,
            values: [clinicianId],
          });
          const result = await work(connection);
          await connection.query('COMMIT');
          return result;
        } catch (error) {
          await connection.query('ROLLBACK');
          throw error;
        }
      } finally {
        connection.release();
      }
    },
    query: async <Row extends pg.QueryResultRow>(query: pg.QueryConfig) => {
      const { rows } = await pool.query<Row>(query);
      return rows;
    },
    close: () => pool.end(),
  };
}
