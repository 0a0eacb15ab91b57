import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { EnvironmentError } from './environment-error.ts';
import { reserveRunDatabases } from './postgres/run-databases.ts';
import { withClient } from './postgres/with-client.ts';
import { scriptPath } from './script-path.ts';

const migrationDeadlineMilliseconds = 60_000;

/** A migrated database that clinics' databases are copied from. */
export interface ClinicTemplate {
  readonly name: string;
  /** Drops the template and every clinic database that was made from it. */
  drop(): Promise<void>;
}

/** One clinic's own database. */
export interface ClinicDatabase {
  readonly name: string;
  readonly url: string;
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Migrates a new database once for the whole run; copying it is much quicker than migrating each. */
export async function prepareTemplate(
  adminUrl: string,
  migration: string = scriptPath('../clinic/migrate', import.meta.url),
): Promise<ClinicTemplate> {
  const databases = await reserveRunDatabases(adminUrl);
  const name = `${databases.prefix}_template`;
  try {
    await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${name}`));
    await migrate(migration, databaseUrl(adminUrl, name));
    // A database that somebody is connected to cannot be copied: so let nobody.
    await withClient(adminUrl, (client) =>
      client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`),
    );
  } catch (error) {
    await databases.drop();
    throw error;
  }
  return { name, drop: () => databases.drop() };
}

/** Copies the template into a new database for one clinic. */
export async function createClinicDatabase(
  adminUrl: string,
  templateName: string,
): Promise<ClinicDatabase> {
  const name = `${templateName.replace(/_template$/, '')}_clinic_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, async (client) => {
    // One copy at a time, over all processes; the lock ends with the connection.
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [templateName]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  });
  return {
    name,
    url: databaseUrl(adminUrl, name),
    async drop() {
      await withClient(adminUrl, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
  };
}

function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function migrate(script: string, url: string): Promise<void> {
  const child = spawn(process.execPath, [script, '--database-url', url], {
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: migrationDeadlineMilliseconds,
  });
  const closed = once(child, 'close');
  const [said] = await Promise.all([text(child.stderr), closed]);
  if (child.exitCode === 0) return;
  throw new EnvironmentError(
    'child-process-failed',
    `The clinic's migration ended with ${child.signalCode ?? child.exitCode} (node ${script}):\n${said.trim()}`,
  );
}
