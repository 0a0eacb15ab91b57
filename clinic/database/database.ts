import { Pool } from 'pg';
import type { PoolClient, QueryConfig, QueryResultRow } from 'pg';
import type { RequestContext } from '../context/request-context.ts';
import type { RowContext } from './row-context.ts';

/** Fewer than the patients of a busy minute, as in any product, so that every connection serves many of them. */
const connectionsMax = 4;

/** The patients' side of the database, without any right to see past row-level security. */
export interface Database {
  /** Reads as the patient of the current request. */
  read: <Result>(work: (connection: PoolClient) => Promise<Result>) => Promise<Result>;
  /** Changes rows as the patient of the current request, all or nothing. */
  write: <Result>(work: (connection: PoolClient) => Promise<Result>) => Promise<Result>;
  /** One statement on the tables that are nobody's in particular: accounts, sessions, clinicians, settings. */
  query: <Row extends QueryResultRow>(query: QueryConfig) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** Opens a pool that acts as `clinic_app`. */
export function createDatabase(parts: {
  databaseUrl: string;
  rowContext: RowContext;
  requestContext: RequestContext;
}): Database {
  const pool = openPool(parts.databaseUrl, 'clinic_app', connectionsMax);

  async function inRowContext<Result>(
    purpose: 'read' | 'write',
    work: (connection: PoolClient) => Promise<Result>,
  ): Promise<Result> {
    const patientId = parts.requestContext.current()?.patientId ?? null;
    const connection = await pool.connect();
    try {
      return await parts.rowContext.run(connection, patientId, purpose, () => work(connection));
    } finally {
      connection.release();
    }
  }

  return {
    read: (work) => inRowContext('read', work),
    write: (work) => inRowContext('write', work),
    query: async <Row extends QueryResultRow>(query: QueryConfig) => {
      const { rows } = await pool.query<Row>(query);
      return rows;
    },
    close: () => pool.end(),
  };
}

/** A pool whose connections stay open and act as the given role from their first statement. */
export function openPool(databaseUrl: string, role: string, max: number): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max,
    idleTimeoutMillis: 0,
    options: `-c role=${role}`,
  });
  pool.on('error', (error) => {
    console.error(
      JSON.stringify({ at: 'database', message: `An idle connection was lost: ${error.message}` }),
    );
  });
  return pool;
}
