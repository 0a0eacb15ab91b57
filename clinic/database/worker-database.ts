import type pg from 'pg';
import { openPool } from './database.ts';

/** The database as webhooks and composing see it: everybody's recordings and replays, nobody's account. */
export interface WorkerDatabase {
  transaction: <Result>(work: (connection: pg.PoolClient) => Promise<Result>) => Promise<Result>;
  query: <Row extends pg.QueryResultRow>(query: pg.QueryConfig) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** Opens a small pool of its own that acts as `clinic_worker`, so that background work never waits behind patients. */
export function createWorkerDatabase(parts: { databaseUrl: string }): WorkerDatabase {
  const pool = openPool(parts.databaseUrl, 'clinic_worker', 3);
  return {
    async transaction(work) {
      const connection = await pool.connect();
      try {
        await connection.query('BEGIN');
        try {
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
