import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Client } from 'pg';
import { createWorkerDatabase } from '../database/worker-database.ts';
import type { WorkerDatabase } from '../database/worker-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { createComposeQueue } from './compose-queue.ts';

let database: TestDatabase;
let workerDatabase: WorkerDatabase;
let operator: Client;
before(async () => {
  database = await createTestDatabase();
  workerDatabase = createWorkerDatabase({ databaseUrl: database.url });
  operator = new Client({ connectionString: database.url });
  await operator.connect();
  await operator.query(`
    INSERT INTO patients VALUES (gen_random_uuid(), 'a', 'a', '', 'A', 'B', '', '', '', now());
    INSERT INTO consultations (id, patient_id, clinician_id, starts_at, ends_at, reason, booked_at)
      SELECT gen_random_uuid(), id, 1, now(), now() + interval '10 minutes', '', now() FROM patients;
    INSERT INTO replays (id, consultation_id, patient_id, opened_at)
      SELECT gen_random_uuid(), id, patient_id, now() FROM consultations, generate_series(1, 2);`);
});
after(async () => {
  await operator.end();
  await workerDatabase.close();
  await database.drop();
});
beforeEach(async () => {
  await operator.query(`TRUNCATE compose_jobs;
    INSERT INTO compose_jobs (replay_id) SELECT id FROM replays;`);
});

void test('two workers that claim at once get different jobs, and then there are none', async () => {
  const queue = createComposeQueue({ workerDatabase });
  const claimed = await Promise.all([queue.claim(), queue.claim()]);
  assert.equal(new Set(claimed.map((job) => job?.id)).size, 2);
  assert.equal(await queue.claim(), null);
  assert.equal(await queue.pending(), 2);
});

void test('what an ended process had claimed is there again after a restart', async () => {
  const queue = createComposeQueue({ workerDatabase });
  await Promise.all([queue.claim(), queue.claim()]);
  await queue.resume();
  assert.equal((await queue.claim())?.attempt, 2);
});

void test('what was claimed comes back, but not what is in hand', async () => {
  const queue = createComposeQueue({ workerDatabase });
  const inHand = await queue.claim();
  const lost = await queue.claim();
  assert.ok(inHand && lost);
  await queue.resume([inHand]);
  assert.equal((await queue.claim())?.id, lost.id);
  assert.equal(await queue.claim(), null);
});

void test('a job that fails comes back a bounded number of times', async () => {
  const queue = createComposeQueue({ workerDatabase });
  await queue.claim();
  const job = await queue.claim();
  assert.ok(job);
  let attempts = 1;
  while (await queue.giveBack(job, 'no luck')) {
    await queue.claim();
    attempts += 1;
  }
  assert.equal(attempts, 8);
  assert.equal(await queue.pending(), 1);
});
