import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { startChildProcess } from './child-process.ts';
import type { ChildProcess } from './child-process.ts';
import { scriptPath } from './script-path.ts';

const readySchema = z.object({ ready: z.literal(true) });

async function start(
  behaviour: string,
  more: { startDeadlineMilliseconds?: number; logFile?: string } = {},
): Promise<ChildProcess<{ ready: true }>> {
  return await startChildProcess({
    name: 'the example',
    script: scriptPath('./example-child', import.meta.url),
    arguments: [behaviour],
    readySchema,
    ...more,
  });
}

void test('a process that is ready can be stopped, and its stderr is kept', async (context) => {
  const directory = mkdtempSync(join(tmpdir(), 'in-confidence-child-'));
  context.after(() => rmSync(directory, { recursive: true }));
  const logFile = join(directory, 'log');
  const child = await start('ready', { logFile });
  assert.deepEqual(child.ready, { ready: true });
  await child.stop();
  assert.deepEqual(await child.exited, { code: null, signal: 'SIGTERM' });
  assert.deepEqual(child.stderrLines(), ['first words']);
  assert.equal(readFileSync(logFile, 'utf8'), 'first words\n');
});

void test('a process that ignores SIGTERM is killed in the end', async (context) => {
  const child = await start('stubborn');
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const stopped = child.stop();
  context.mock.timers.tick(5_000);
  await stopped;
  assert.equal((await child.exited).signal, 'SIGKILL');
});

void test('kill ends it at once', async () => {
  const child = await start('ready');
  await child.kill();
  assert.equal((await child.exited).signal, 'SIGKILL');
});

void test('a process that ends too early is an error with its last words', async () => {
  await assert.rejects(start('crash'), {
    code: 'child-process-failed',
    message: /the example ended with 3 before it was ready.*\nthe table is missing$/s,
  });
});

void test('a first line that is no JSON is an error', async () => {
  await assert.rejects(start('babble'), /but printed: listening, I think/);
});

void test('a process that never gets ready is an error, and is ended', async () => {
  await assert.rejects(
    start('silent', { startDeadlineMilliseconds: 1 }),
    /the example was not ready within 0.001 seconds/,
  );
});

void test('a script that does not exist is an error that names it', async () => {
  await assert.rejects(
    startChildProcess({
      name: 'the ghost',
      script: '/nowhere/ghost.ts',
      arguments: [],
      readySchema,
    }),
    /the ghost ended with 1 before it was ready \(node \/nowhere\/ghost.ts\)/,
  );
});
