import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { packageRoot } from '../package-root.ts';
import { startDebianEngine } from './debian-engine.ts';
import { installMissingPackages } from './debian-packages.ts';
import { importDebianPostgres } from './debian-postgres-image.ts';

// For machines without an engine or a registry: runs `npm run test:containers`, as root on Debian, with an engine and an
// image made of Debian's packages, ends both, and ends as that ended.
const brokenExitCode = 12;

if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
  console.error(
    'An engine of our own needs root on Debian. Elsewhere start Docker or Podman, and run: npm run test:containers',
  );
  process.exit(brokenExitCode);
}

try {
  await installMissingPackages();
  const engine = await startDebianEngine();
  try {
    process.exitCode = await testContainers({
      DOCKER_HOST: engine.host,
      TESTCONTAINERS_HOST_OVERRIDE: '127.0.0.1',
      TESTCONTAINERS_RYUK_DISABLED: 'true',
      IN_CONFIDENCE_DATABASE_IMAGE: importDebianPostgres(engine),
    });
  } finally {
    await engine.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = brokenExitCode;
}

/** Runs the tests to their end, also after a signal: they have to end what they started before the engine may go. */
async function testContainers(environment: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn('npm', ['run', 'test:containers'], {
    cwd: packageRoot(),
    env: { ...process.env, ...environment, IN_CONFIDENCE_PARENT: 'pipe' },
    // The pipe tells it when we are gone.
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? brokenExitCode;
}
