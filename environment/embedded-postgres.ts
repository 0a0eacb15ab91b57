import { randomBytes } from 'node:crypto';
import { chownSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from './environment-error.ts';
import { startGuardedServer } from './postgres/guarded-server.ts';
import type { GuardedServer } from './postgres/guarded-server.ts';
import { locatePostgresBinaries } from './postgres/postgres-binaries.ts';
import type { PostgresBinaries } from './postgres/postgres-binaries.ts';
import { makeReachableDirectory } from './postgres/reachable-directory.ts';
import { serviceAccount } from './postgres/service-account.ts';
import type { ServiceAccount } from './postgres/service-account.ts';
import { unusedPort } from './postgres/unused-port.ts';

/** A PostgreSQL of our own on 127.0.0.1, which ends with this process however that ends. */
export interface EmbeddedPostgres {
  readonly kind: 'embedded';
  /** Superuser URL of the database `postgres`. */
  readonly adminUrl: string;
  readonly version: string;
  stop(): Promise<void>;
}

const portAttempts = 5;

/** Starts the PostgreSQL that npm installed, on a new cluster. Nothing of it has to survive a crash of the machine, so it never waits for the disk. */
export async function startEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  const account = serviceAccount();
  const binaries = locatePostgresBinaries(account);
  const password = randomBytes(24).toString('hex');
  for (let attempt = 1; ; attempt += 1) {
    const port = await unusedPort();
    try {
      const server = await start(binaries, account, port, password);
      return {
        kind: 'embedded',
        adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
        version: binaries.version,
        stop: () => server.stop(),
      };
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      // Somebody else can take the port between the choice and the start.
      if (reason.includes('Address already in use') && attempt < portAttempts) continue;
      throw new EnvironmentError(
        'database-unavailable',
        `The embedded PostgreSQL did not start: ${reason}\nSet IN_CONFIDENCE_DATABASE to "container" or to a postgres:// URL to use another one.`,
        { cause },
      );
    }
  }
}

async function start(
  binaries: PostgresBinaries,
  account: ServiceAccount,
  port: number,
  password: string,
): Promise<GuardedServer> {
  const directory = makeReachableDirectory('in-confidence-postgres-', account);
  const passwordFile = join(directory, 'password');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
  return await startGuardedServer({
    directory,
    binaries: binaries.directory,
    account,
    serverOptions: serverOptions(port),
  });
}

function serverOptions(port: number): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 300,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    // Statements that fail are reported by whoever sent them; only the server's own events go to its log.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
