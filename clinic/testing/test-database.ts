import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { applySchema } from '../database/apply-schema.ts';

/** A database of its own for one test file. */
export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** Creates and migrates a database on the server that `CLINIC_TEST_DATABASE_URL` names. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env['CLINIC_TEST_DATABASE_URL'];
  if (serverUrl === undefined || serverUrl === '') {
    throw new Error(
      'These tests need a PostgreSQL server on which they may create databases. ' +
        'Set CLINIC_TEST_DATABASE_URL to a superuser’s address on it, such as postgres://postgres@127.0.0.1:5432/postgres.',
    );
  }
  const name = `clinic_test_${randomBytes(6).toString('hex')}`;
  await ask(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await applySchema(url.href);
  return { url: url.href, drop: () => ask(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
