import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { getContainerRuntimeClient } from 'testcontainers';
import { z } from 'zod';
import { databaseChoice } from '../database-choice.ts';
import { endWithParent } from '../end-with-parent.ts';
import { packageRoot } from '../package-root.ts';
import { startGateOnContainer } from './gate-on-container.ts';
import type { GateOnContainer } from './gate-on-container.ts';
import { watchContainer } from './watch-container.ts';
import type { WatchedContainer } from './watch-container.ts';

const brokenExitCode = 12;
const bound = { timeout: 15 * 60_000 };
const out = join(packageRoot(), 'results', 'containers');
const recordSchema = z.object({ environment: z.object({ database: z.string() }) });
const verdictsSchema = z.object({ verdict: z.string() });

if (process.env['IN_CONFIDENCE_PARENT'] === 'pipe') endWithParent();
const engine = await getContainerRuntimeClient().catch(() => {
  console.error(
    'No container engine answers on this machine, so the container database was not tested. Start Docker or Podman, or set DOCKER_HOST; as root on Debian, npx node environment/containers/with-debian-engine.ts brings an engine and an image.',
  );
  process.exit(brokenExitCode);
});

void test(
  'a gate on a container is upheld, and 127.0.0.1 alone reaches it',
  bound,
  async (context) => {
    const { run, gate, container } = await start(context);
    assert.deepEqual(await container.publishedAddresses(), ['127.0.0.1']);

    assert.equal(await gate.exitCode, 0);
    const { environment } = recordSchema.parse(await readJson(run, 'run.json'));
    assert.match(environment.database, /^PostgreSQL \d+\.\d+, container /);
    assert.ok(environment.database.endsWith(` ${imageAskedFor()}`), environment.database);
    assert.equal(verdictsSchema.parse(await readJson(run, 'verdicts.json')).verdict, 'upheld');

    await container.until('destroy');
    assert.deepEqual(await container.leftVolumes(), []);
  },
);

const deaths = [
  ['whose first process is killed', 'first process'],
  ['whose processes are all killed at once', 'all processes'],
] as const;
for (const [which, victim] of deaths) {
  void test(`a gate ${which} leaves no container`, bound, async (context) => {
    const { gate, container } = await start(context);
    await gate.inMidRun;
    gate.kill(victim);

    // The bound of the test is the bound of the waiting.
    await container.until('destroy');
    assert.deepEqual(await container.leftVolumes(), []);
  });
}

async function start(
  context: TestContext,
): Promise<{ run: string; gate: GateOnContainer; container: WatchedContainer }> {
  const run = `containers-${randomBytes(3).toString('hex')}`;
  const container = await watchContainer(engine, run);
  context.after(() => container.stopWatching());
  const gate = startGateOnContainer(run, out);
  context.after(() => gate.kill('first process'));
  // A gate that ends before that has no container to wait for.
  await Promise.race([container.until('start'), gate.inMidRun]);
  return { run, gate, container };
}

function imageAskedFor(): string {
  const choice = databaseChoice({ ...process.env, IN_CONFIDENCE_DATABASE: 'container' });
  assert.equal(choice.kind, 'container');
  return choice.image;
}

async function readJson(run: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(out, run, file), 'utf8'));
}
