import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { startClinic } from './clinic-process.ts';
import { scriptPath } from './script-path.ts';

const options = {
  databaseUrl: 'postgres://127.0.0.1/clinic',
  providerUrl: 'http://127.0.0.1:1',
  providerApplication: 'app_1',
  insurerUrl: 'http://127.0.0.1:2',
  files: '/recordings',
  now: '2020-06-09T08:00:00.000Z',
};

async function argumentsOf(url: string): Promise<Map<string, string>> {
  const response = await fetch(url);
  const given = z
    .array(z.string())
    .parse(await response.json())
    .slice(2);
  return new Map(
    given.flatMap((word, index) => (index % 2 === 0 ? [[word, given[index + 1] ?? '']] : [])),
  );
}

void test('a restart keeps ports, database and files, and goes on from the clock', async () => {
  const clinic = await startClinic(options, scriptPath('./example-clinic', import.meta.url));
  try {
    const before = await argumentsOf(clinic.url);
    assert.equal(before.get('--now'), options.now);
    assert.equal(before.get('--port'), '0');
    const ended = clinic.exited();
    await clinic.restart();
    assert.equal((await ended).signal, 'SIGKILL');
    const after = await argumentsOf(clinic.url);
    assert.equal(after.get('--now'), '2020-06-09T08:30:00.000Z');
    assert.equal(after.get('--port'), new URL(clinic.url).port);
    for (const kept of ['--database-url', '--files', '--provider-application', '--insurer-url']) {
      assert.equal(after.get(kept), before.get(kept));
    }
    assert.ok(!after.has('--fault'));
  } finally {
    await clinic.stop();
  }
  assert.equal((await clinic.exited()).signal, 'SIGTERM');
});
