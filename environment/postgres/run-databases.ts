import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const runNamePattern = /^in_confidence_[0-9a-f]{12}(?=_)/;

/** The databases of one run on a server that other runs may be using too. */
export interface RunDatabases {
  /** What the names of this run's databases start with. */
  readonly prefix: string;
  /** Drops them all, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Reserves names for a run's databases, and drops those of runs that were killed. A run holds a lock on its name for as long as
 * it lives, which the server releases when the connection ends: what nobody locks is left over.
 */
export async function reserveRunDatabases(adminUrl: string): Promise<RunDatabases> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => {
    // The server has gone: the next query says so.
  });
  await client.connect();
  try {
    const prefix = `in_confidence_${randomBytes(6).toString('hex')}`;
    await lock(client, prefix);
    for (const abandoned of await runNames(client)) {
      if (abandoned === prefix || !(await lock(client, abandoned))) continue;
      await dropDatabases(client, abandoned);
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [abandoned]);
    }
    return {
      prefix,
      async drop() {
        await dropDatabases(client, prefix);
        await client.end();
      },
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function lock(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
    [name],
  );
  return rows[0]?.locked ?? false;
}

async function runNames(client: Client): Promise<ReadonlySet<string>> {
  const names = await databaseNames(client);
  return new Set(names.flatMap((name) => runNamePattern.exec(name)?.[0] ?? []));
}

async function databaseNames(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
  return rows.map(({ datname }) => datname);
}

async function dropDatabases(client: Client, prefix: string): Promise<void> {
  for (const name of await databaseNames(client)) {
    if (!name.startsWith(`${prefix}_`)) continue;
    if (name.endsWith('_template')) {
      await client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE false`);
    }
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}
