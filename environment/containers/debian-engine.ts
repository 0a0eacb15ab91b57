import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { EnvironmentError } from '../environment-error.ts';
import { engineGuardScript } from './engine-guard-script.ts';

const startDeadlineMilliseconds = 60_000;
const keptLines = 10;

/** A Docker engine of our own, which ends with its containers when this process ends, be it killed. */
export interface DebianEngine {
  /** What DOCKER_HOST has to be to reach it; a socket that only root can open. */
  readonly host: string;
  /** Where it keeps everything; removed in the end. */
  readonly directory: string;
  stop(): Promise<void>;
}

/** Starts Debian's Docker as root. It changes no firewall rule and forwards nothing: containers reach this machine alone. */
export async function startDebianEngine(): Promise<DebianEngine> {
  const directory = mkdtempSync(join(tmpdir(), 'in-confidence-engine-'));
  const host = `unix://${join(directory, 'docker.sock')}`;
  writeFileSync(join(directory, 'daemon.json'), JSON.stringify(settings(directory, host)));
  const guard = spawn('/bin/sh', ['-c', engineGuardScript, 'sh', directory], {
    cwd: '/',
    // A group of its own: Ctrl-C must not end the engine before those who still use it.
    detached: true,
    env: { ...process.env, PATH: `/usr/sbin:/usr/bin:/sbin:/bin` },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const exited = once(guard, 'exit');
  guard.stdin.on('error', () => {
    // The guard has ended: its exit says so.
  });
  const lastLines: string[] = [];

  await new Promise<void>((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(deadline);
      guard.stdin.end();
      const said = [reason, 'Its last lines were:', ...lastLines].join('\n');
      reject(new EnvironmentError('no-container-engine', said));
    };
    const deadline = setTimeout(
      () => fail(`The engine did not answer within ${startDeadlineMilliseconds / 1000} seconds.`),
      startDeadlineMilliseconds,
    );
    createInterface({ input: guard.stderr }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > keptLines) lastLines.shift();
      if (!line.includes('API listen on')) return;
      clearTimeout(deadline);
      resolve();
    });
    guard.once('error', (error) => fail(`The engine cannot be started: ${error.message}.`));
    guard.once('close', (status) => fail(`The engine ended with ${status} before it answered.`));
  });

  return {
    host,
    directory,
    async stop() {
      guard.stdin.end();
      await exited;
    },
  };
}

function settings(directory: string, host: string): Record<string, unknown> {
  return {
    hosts: [host],
    'data-root': join(directory, 'data'),
    'exec-root': join(directory, 'run'),
    pidfile: join(directory, 'pid'),
    'exec-opts': ['native.cgroupdriver=cgroupfs'],
    'cgroup-parent': basename(directory),
    ip: '127.0.0.1',
    iptables: false,
    'ip-forward': false,
    'ip-masq': false,
    'live-restore': false,
  };
}
