import { startContainerPostgres } from './container-postgres.ts';
import type { DatabaseChoice } from './database-choice.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { EnvironmentError } from './environment-error.ts';
import { withClient } from './postgres/with-client.ts';

/** The PostgreSQL of a run. */
export interface Database {
  readonly kind: DatabaseChoice['kind'];
  /** One line for the terminal and the report: which it is, and its version. */
  readonly description: string;
  /** URL of a user who may create databases; it holds a password. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** Starts, or reaches, the PostgreSQL that was chosen, and no other: a run must not end up on another database than it reports. */
export async function startDatabase(choice: DatabaseChoice): Promise<Database> {
  if (choice.kind === 'url') return await reachDatabase(choice.url);
  if (choice.kind === 'container') {
    const postgres = await startContainerPostgres(choice.image);
    return {
      ...postgres,
      description: `PostgreSQL ${postgres.version}, container ${postgres.image}`,
    };
  }
  const postgres = await startEmbeddedPostgres();
  return { ...postgres, description: `PostgreSQL ${postgres.version}, embedded` };
}

async function reachDatabase(url: string): Promise<Database> {
  const server = new URL(url).host;
  try {
    const version = await withClient(url, async (client) => {
      return await client.query<{ server_version: string }>('SHOW server_version');
    });
    return {
      kind: 'url',
      description: `PostgreSQL ${version.rows[0]?.server_version ?? 'of unknown version'}, at ${server}`,
      adminUrl: url,
      stop: () => Promise.resolve(),
    };
  } catch (cause) {
    throw new EnvironmentError(
      'database-unavailable',
      `No PostgreSQL answers at ${server}: ${cause instanceof Error ? cause.message : String(cause)}. Start it, or correct IN_CONFIDENCE_DATABASE.`,
      { cause },
    );
  }
}
