import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startClinicProcess } from './testing/clinic-process.ts';
import { makeRecording } from './testing/make-recording.ts';
import { createTestDatabase } from './testing/test-database.ts';
import type { TestDatabase } from './testing/test-database.ts';
import { signInPatient } from './testing/test-patient.ts';
import { startThirdParties } from './testing/third-parties.ts';
import type { ThirdParties } from './testing/third-parties.ts';

const application = 'app_process';
let database: TestDatabase;
let thirdParties: ThirdParties;
let files: string;
let argv: string[];
before(async () => {
  database = await createTestDatabase();
  thirdParties = await startThirdParties();
  files = await mkdtemp(join(tmpdir(), 'clinic-process-'));
  argv = [
    '--database-url',
    database.url,
    '--provider-url',
    thirdParties.url,
    '--provider-application',
    application,
    '--insurer-url',
    thirdParties.url,
    '--files',
    files,
    '--now',
    '2026-06-09T09:00:00Z',
  ];
});
after(async () => {
  await thirdParties.stop();
  await database.drop();
  await rm(files, { recursive: true, force: true });
});

async function clockOf(controlUrl: string): Promise<string> {
  const response = await fetch(new URL('/clock', controlUrl));
  return ((await response.json()) as { now: string }).now;
}

void test('a killed clinic goes on after a restart: session, call, clock, links and compose jobs', async () => {
  const first = await startClinicProcess(argv);
  const ports = [first.ready.url, first.ready.controlUrl].map((url) => new URL(url).port);
  const samePorts = ['--port', ports[0] ?? '', '--control-port', ports[1] ?? ''];
  await fetch(new URL('/clock', first.ready.controlUrl), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: '2026-06-10T09:00:00Z' }),
  });
  const amy = await signInPatient({ url: first.ready.url }, 'amy');
  const consultation = await amy.book('1', '2026-06-10T10:00:00Z');
  const joined = await amy.join(consultation);
  await joined.publish(await makeRecording({ seconds: 0.5, level: 1 }));

  const killed = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await killed;

  const second = await startClinicProcess([...argv, ...samePorts]);
  assert.equal(second.ready.url, first.ready.url);
  assert.match(await clockOf(second.ready.controlUrl), /^2026-06-10T09:/u);
  assert.deepEqual((await amy.join(consultation)).room, joined.room);
  await thirdParties.holdWebhooks(application);
  await amy.end(consultation);
  await thirdParties.releaseWebhooks(application, { order: 'as-sent', copies: 1 });
  const killedAgain = once(second.child, 'exit');
  second.child.kill('SIGKILL');
  await killedAgain;

  const third = await startClinicProcess([...argv, ...samePorts]);
  let pending = 1;
  while (pending > 0) {
    const response = await fetch(new URL('/work', third.ready.controlUrl));
    pending = ((await response.json()) as { pendingJobs: number }).pendingJobs;
  }
  const { replays } = await amy.replays();
  assert.equal(replays[0]?.status, 'ready');
  const { mediaUrl } = await amy.replay(replays[0]?.id ?? '');
  await amy.device.get(String(mediaUrl)).expect(200);

  const ended = once(third.child, 'exit');
  third.child.stdin.end();
  assert.deepEqual(await ended, [0, null]);
});

void test('a fault that does not exist keeps the clinic from starting', async () => {
  await assert.rejects(startClinicProcess([...argv, '--fault', 'no-such-fault']), /ended with 1/u);
});
