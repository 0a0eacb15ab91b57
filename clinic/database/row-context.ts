import { escapeLiteral } from 'pg';
import type { PoolClient } from 'pg';

/** Tells the database for whom a connection is working; row-level security shows that patient's rows and no other. */
export interface RowContext {
  run: <Result>(
    connection: PoolClient,
    patientId: string | null,
    purpose: 'read' | 'write',
    work: () => Promise<Result>,
  ) => Promise<Result>;
}

/** Sets the patient for one transaction only, so that the connection goes back to the pool knowing nobody. */
export function createRowContext(): RowContext {
  return {
    async run(connection, patientId, _purpose, work) {
      // One round trip: the two statements travel as one simple query, which takes no parameters.
      await connection.query(
        `BEGIN; SELECT set_config('clinic.patient_id', ${escapeLiteral(patientId ?? '')}, true)`,
      );
      try {
        const result = await work();
        await connection.query('COMMIT');
        return result;
      } catch (error) {
        await connection.query('ROLLBACK');
        throw error;
      }
    },
  };
}
