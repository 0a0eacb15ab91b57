import { randomBytes } from 'node:crypto';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { getContainerRuntimeClient } from 'testcontainers';
import type { ContainerRuntimeClient } from 'testcontainers';
import { z } from 'zod';

const image = z.string().parse(process.argv[2]);
let created: string | undefined;

/** testcontainers publishes on all of the machine's addresses; test data must stay on this machine. */
class LoopbackPostgreSqlContainer extends PostgreSqlContainer {
  protected override beforeContainerCreated(): Promise<void> {
    const published: Record<string, { HostIp: string; HostPort: string }[]> = {};
    for (const port of Object.keys(this.hostConfig.PortBindings ?? {})) {
      published[port] = [{ HostIp: '127.0.0.1', HostPort: '0' }];
    }
    this.hostConfig.PortBindings = published;
    return Promise.resolve();
  }

  protected override containerCreated(container: string): Promise<void> {
    created = container;
    return Promise.resolve();
  }
}

// The reaper would itself be published on all addresses; this process takes its place.
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
process.env['TESTCONTAINERS_HOST_OVERRIDE'] ??= '127.0.0.1';

const parentGone = new Promise<void>((resolve) => {
  process.once('SIGTERM', resolve);
  process.stdin.once('close', resolve).resume();
});

const engine = await findEngine();
if (engine === null) {
  report({ ready: false, engine: false });
} else {
  try {
    report({ ready: true, ...(await start()) });
  } catch (error) {
    report({ ready: false, engine: true, reason: sentence(error) });
  }
}
await parentGone;
if (engine !== null && created !== undefined) await remove(engine, created);
process.exit(0);

async function findEngine(): Promise<ContainerRuntimeClient | null> {
  try {
    return await getContainerRuntimeClient();
  } catch {
    return null;
  }
}

async function start(): Promise<{ adminUrl: string; version: string }> {
  const container = await new LoopbackPostgreSqlContainer(image)
    .withDatabase('postgres')
    .withUsername('postgres')
    .withPassword(randomBytes(24).toString('hex'))
    .withLabels({ 'in-confidence.run': process.env['IN_CONFIDENCE_RUN'] ?? '' })
    .withCommand([
      'postgres',
      ...[
        'fsync=off',
        'synchronous_commit=off',
        'full_page_writes=off',
        'max_connections=300',
      ].flatMap((setting) => ['-c', setting]),
    ])
    .start();
  const version = await container.exec(['postgres', '--version']);
  return {
    adminUrl: container.getConnectionUri(),
    version: /\d+(\.\d+)*/.exec(version.output)?.[0] ?? 'of unknown version',
  };
}

/** In one request, which the engine completes even if this process is killed meanwhile. */
async function remove({ container }: ContainerRuntimeClient, id: string): Promise<void> {
  try {
    await container.getById(id).remove({ force: true, v: true });
  } catch (error) {
    // One that did not start well has been removed already.
    if (!(await container.list()).some(({ Id }) => Id === id)) return;
    throw error;
  }
}

function report(line: object): void {
  console.log(JSON.stringify(line));
}

function sentence(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/[\s.]+$/, '');
}
