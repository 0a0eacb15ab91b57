import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { settle } from '../configuration/settings.ts';
import { runFolder } from '../history/run-folder.ts';
import type { RunRecord } from '../history/run-record.ts';
import { writeJson } from '../history/write-json.ts';
import { storeRun } from '../judge/testing/stored-run.ts';
import { shapeOf } from '../plan/testing/shaped-batch.ts';
import { judgeStoredRun } from './judge-stored-run.ts';
import { runBefore } from './run-before.ts';

const out = await mkdtemp(join(tmpdir(), 'in-confidence-before-'));
after(() => rm(out, { recursive: true }));

async function stored(run: string, differences: Partial<RunRecord>): Promise<string> {
  const folder = join(out, run);
  const record = await storeRun(folder, [shapeOf({ cohorts: 1 })]);
  await writeJson(runFolder.record(folder), {
    ...record,
    profile: 'smoke',
    target: 'driver.ts',
    ...differences,
  });
  await judgeStoredRun(folder);
  await writeJson(runFolder.record(folder), {
    ...record,
    profile: 'smoke',
    target: 'driver.ts',
    run,
    ...differences,
  });
  return folder;
}

await stored('older', { startedAt: '2020-06-01T12:00:00.000Z' });
await stored('newer', { startedAt: '2020-06-02T12:00:00.000Z' });
await stored('of-a-fault', { startedAt: '2020-06-03T12:00:00.000Z', fault: 'some-fault' });
await stored('of-another-profile', { startedAt: '2020-06-03T12:00:00.000Z', profile: 'merge' });
await stored('of-another-target', { startedAt: '2020-06-03T12:00:00.000Z', target: 'other.ts' });
await writeFile(join(await stored('damaged', { startedAt: '2020-06-03T12:00:00.000Z' }), 'verdicts.json'), '{'); // prettier-ignore

const asked = (flags: Parameters<typeof settle>[0]) =>
  runBefore(settle({ out, profile: 'smoke', target: 'driver.ts', ...flags }, {}, out));

test('the last judged run of the same target and profile, without a fault, is the one before', async () => {
  const before = await asked({});
  assert.equal(before?.run, 'newer');
  assert.deepEqual(before?.kinds, []);
});

test('the run that is asked for is the one before, whatever it is of', async () => {
  assert.equal((await asked({ since: join(out, 'of-a-fault') }))?.run, 'of-a-fault');
});

test('a run that is asked for and not there is an error with a remedy', async () => {
  for (const since of [join(out, 'damaged'), join(out, 'nowhere')])
    await assert.rejects(asked({ since }), /holds no judged run .* --since\.$/);
});

test('where there is no run before, there is none', async () => {
  assert.equal(await asked({ target: 'third.ts' }), undefined);
  assert.equal(await asked({ out: join(out, 'nowhere') }), undefined);
});
