import { randomBytes } from 'node:crypto';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { getContainerRuntimeClient } from 'testcontainers';

const image = 'postgres:18.4';

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
}

// The reaper would itself be published on all addresses; this process takes its place.
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
process.env['TESTCONTAINERS_HOST_OVERRIDE'] ??= '127.0.0.1';

const parentGone = new Promise<void>((resolve) => {
  process.once('SIGTERM', resolve);
  process.stdin.once('close', resolve).resume();
});

try {
  await getContainerRuntimeClient();
} catch (error) {
  report({ ready: false, engine: false, reason: sentence(error) });
  await parentGone;
  process.exit(1);
}

try {
  const container = await new LoopbackPostgreSqlContainer(image)
    .withDatabase('postgres')
    .withUsername('postgres')
    .withPassword(randomBytes(24).toString('hex'))
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
  report({
    ready: true,
    adminUrl: container.getConnectionUri(),
    version: /\d+(\.\d+)*/.exec(version.output)?.[0] ?? 'of unknown version',
    image,
  });
  await parentGone;
  await container.stop({ timeout: 0, removeVolumes: true });
  process.exit(0);
} catch (error) {
  report({ ready: false, engine: true, reason: sentence(error) });
  await parentGone;
  process.exit(1);
}

function report(line: object): void {
  console.log(JSON.stringify(line));
}

function sentence(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
