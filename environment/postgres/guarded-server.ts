import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { guardScript } from './guard-script.ts';
import type { ServiceAccount } from './service-account.ts';

const startDeadlineMilliseconds = 60_000;
const stopDeadlineMilliseconds = 10_000;
const keptLines = 40;

/** A PostgreSQL under its guard, accepting connections. */
export interface GuardedServer {
  /** Shuts down fast, then, past ten seconds, immediately; resolves when the server and its directory are gone. */
  stop(): Promise<void>;
}

/** What to run: PostgreSQL's binaries, on a directory that the account owns and that the guard removes in the end. */
export interface GuardedServerOptions {
  readonly directory: string;
  readonly binaries: string;
  readonly account: ServiceAccount;
  readonly serverOptions: readonly string[];
}

/** Starts PostgreSQL under its guard; the error of a failed start carries the server's last words. */
export async function startGuardedServer(options: GuardedServerOptions): Promise<GuardedServer> {
  const { directory, binaries, account, serverOptions } = options;
  const guard = spawn('/bin/sh', ['-c', guardScript, 'sh', directory, binaries, ...serverOptions], {
    cwd: '/',
    // A group of its own: Ctrl-C must not end the server before those who still use it.
    detached: true,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'pipe'],
    ...account,
  });
  guard.stdin.on('error', () => {
    // The guard has ended: its exit says so.
  });
  const exited = once(guard, 'exit');
  const lastLines: string[] = [];
  const log = createInterface({ input: guard.stderr });

  await new Promise<void>((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(deadline);
      guard.stdin.end();
      reject(new Error([reason, ...lastLines].join('\n')));
    };
    const deadline = setTimeout(
      () => fail(`PostgreSQL was not ready within ${startDeadlineMilliseconds / 1000} seconds.`),
      startDeadlineMilliseconds,
    );
    log.on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > keptLines) lastLines.shift();
      if (!line.includes('ready to accept connections')) return;
      clearTimeout(deadline);
      resolve();
    });
    guard.once('error', (error) => fail(error.message));
    guard.once('close', (status) => fail(`PostgreSQL ended with ${status} before it was ready.`));
  });

  return {
    async stop() {
      guard.stdin.write('stop\n');
      const immediately = setTimeout(() => guard.stdin.end(), stopDeadlineMilliseconds);
      await exited;
      clearTimeout(immediately);
    },
  };
}
