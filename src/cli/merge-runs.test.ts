import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { EnvironmentError } from '../../environment/environment-error.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { NotARunError, readRunRecord } from '../history/read-run-record.ts';
import { runFolder } from '../history/run-folder.ts';
import { writeJson } from '../history/write-json.ts';
import { storeQuickVerdicts, storeRun } from '../judge/testing/stored-run.ts';
import { shapeOf } from '../plan/testing/shaped-batch.ts';
import { explain } from './explain.ts';
import { judgeStoredRun } from './judge-stored-run.ts';
import { linkLatest } from './link-latest.ts';
import { mergeRuns } from './merge-runs.ts';
import { sealRun } from './seal-run.ts';

const root = await mkdtemp(join(tmpdir(), 'shards-'));
after(() => rm(root, { recursive: true }));
const shapes = [
  shapeOf({ patients: 4, cohortsPerBatch: 1 }),
  shapeOf({ scenario: 'replay-ownership', tier: 'browser', cohorts: 1, patients: 4 }),
];

/** A shard that acted out these cohorts of the plan. */
async function shardOf(...cohorts: number[]): Promise<string> {
  const folder = await mkdtemp(join(root, 'shard-'));
  await storeRun(folder, shapes, (entries, { cohort }) =>
    cohorts.includes(cohort) ? entries : undefined,
  );
  return folder;
}

test('shards that together acted out the plan are one run, sealed and upheld', async () => {
  const shards = [await shardOf(0), await shardOf(1, 2)];
  await storeQuickVerdicts(shards[0] ?? '', 'overlapping-appointments-api-1', 'edited');
  const merged = await mergeRuns(shards, join(root, 'merged'));
  const { histories } = await readRunRecord(merged);
  assert.deepEqual(Object.keys(histories ?? {}), [
    'overlapping-appointments/0.jsonl',
    'overlapping-appointments/1.jsonl',
    'replay-ownership/2.jsonl',
  ]);
  assert.ok(existsSync(join(merged, 'quick/overlapping-appointments-api-1.json')));
  await rm(join(merged, 'quick'), { recursive: true });
  assert.equal((await judgeStoredRun(merged)).verdict, 'upheld');
});

test('a shard that is missing leaves the run inconclusive', async () => {
  const merged = await mergeRuns([await shardOf(0), await shardOf(2)], join(root, 'two-of-three'));
  assert.equal((await judgeStoredRun(merged)).verdict, 'inconclusive');
});

test('a cohort in two shards is refused, and neither is written over the other', async () => {
  const shards = [await shardOf(0, 1), await shardOf(1, 2)];
  await assert.rejects(mergeRuns(shards, join(root, 'twice')), /1\.jsonl is in another shard too/);
});

test('another run, another plan, an old folder and nothing are refused', async () => {
  const one = await shardOf(0);
  const other = await shardOf(1);
  const record = await readRunRecord(other);
  await writeJson(runFolder.record(other), { ...record, run: 'another' });
  await assert.rejects(mergeRuns([one, other], join(root, 'a')), /is no shard of .* run another/);
  const planSha256 = '0'.repeat(64);
  await writeJson(runFolder.record(other), { ...record, planSha256 });
  await assert.rejects(mergeRuns([one, other], join(root, 'b')), UsageError);
  await assert.rejects(mergeRuns([one], one), /exists\. Give another folder with --out/);
  await assert.rejects(mergeRuns([]), UsageError);
  await assert.rejects(mergeRuns([join(root, 'none')]), NotARunError);
});

test('a seal names every history with its hash, and a second one the same', async () => {
  const folder = await mkdtemp(join(root, 'sealed-'));
  const { histories } = await storeRun(folder, shapes);
  const { histories: _, ...unsealed } = await readRunRecord(folder);
  await writeJson(runFolder.record(folder), unsealed);
  await sealRun(folder);
  const sealed = await readRunRecord(folder);
  assert.deepEqual(sealed.histories, histories);
  assert.match(sealed.endedAt ?? '', /Z$/);
});

test('a run without histories is sealed as one', async () => {
  const folder = await mkdtemp(join(root, 'nothing-'));
  await storeRun(folder, shapes, () => undefined);
  await sealRun(folder);
  assert.deepEqual((await readRunRecord(folder)).histories, {});
  assert.equal((await judgeStoredRun(folder)).verdict, 'inconclusive');
});

test('latest points at the last run', async () => {
  const folder = await mkdtemp(join(root, 'results-'));
  for (const run of ['first', 'second']) {
    await storeRun(join(folder, run), shapes, () => undefined);
    await linkLatest(join(folder, run));
    assert.equal(await readlink(join(folder, 'latest')), run);
  }
  const text = await readFile(runFolder.record(join(folder, 'latest')), 'utf8');
  assert.equal((JSON.parse(text) as { run: string }).run, 'run');
});

test('an error’s exit code says what it means, and what is known is said in a sentence', (context) => {
  const said: unknown[] = [];
  context.mock.method(console, 'error', (what: unknown) => void said.push(what));
  const unknown = new Error('a bug');
  assert.equal(explain(new UsageError('Give a seed.')), 64);
  assert.equal(explain(new NotARunError('No run.')), 12);
  assert.equal(explain(new EnvironmentError('database-unavailable', 'No database.')), 12);
  assert.equal(explain(unknown), 12);
  assert.deepEqual(said, ['Give a seed.', 'No run.', 'No database.', unknown]);
});
