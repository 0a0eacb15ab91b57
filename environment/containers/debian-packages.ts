import { existsSync, globSync } from 'node:fs';
import { runBounded } from '../browser/bounded-command.ts';
import { EnvironmentError } from '../environment-error.ts';

const timeoutMilliseconds = 10 * 60_000;

/** What is needed: the package, and how to see that it is there. */
const needed = [
  { name: 'docker.io', isThere: () => existsSync('/usr/sbin/dockerd') },
  { name: 'postgresql', isThere: () => globSync('/usr/lib/postgresql/*/bin/postgres').length > 0 },
];

/** Installs Debian's Docker and PostgreSQL where they are missing, without starting either; they stay installed. */
export async function installMissingPackages(): Promise<void> {
  const missing = needed.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(' and ')} from Debian's packages …`);
  for (const parameters of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) {
    const result = await runBounded({
      command: 'apt-get',
      arguments: parameters,
      timeoutMilliseconds,
      // In this run level no package starts a service.
      environment: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
    if (result.succeeded) continue;
    throw new EnvironmentError(
      'no-container-engine',
      `Debian's packages ${missing.join(' and ')} cannot be installed: ${result.reason}. Install them by hand, and start again.`,
    );
  }
}
