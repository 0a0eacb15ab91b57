import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { NotARunError } from '../history/read-run-record.ts';
import { runFolder } from '../history/run-folder.ts';
import { writeJson } from '../history/write-json.ts';
import { promiseIds } from '../judge/promise-id.ts';
import { runVerdictsSchema } from '../judge/run-verdicts.ts';
import type { Alter } from '../judge/testing/stored-run.ts';
import { storeQuickVerdicts, storeRun } from '../judge/testing/stored-run.ts';
import { shapeOf } from '../plan/testing/shaped-batch.ts';
import { judgeStoredRun } from './judge-stored-run.ts';

const root = await mkdtemp(join(tmpdir(), 'stored-runs-'));
after(() => rm(root, { recursive: true }));
const shapes = [
  shapeOf({ patients: 4 }),
  shapeOf({ scenario: 'replay-ownership', tier: 'browser', cohorts: 1, patients: 4 }),
];
const scenario = 'overlapping-appointments';

async function stored(alter?: Alter) {
  const folder = await mkdtemp(join(root, 'run-'));
  const record = await storeRun(folder, shapes, alter);
  return { folder, record, first: runFolder.history(folder, scenario, 0).path };
}

async function problemsOf(folder: string, verdict: string): Promise<string> {
  const verdicts = await judgeStoredRun(folder);
  assert.equal(verdicts.verdict, verdict, verdicts.problems.join('\n'));
  assert.ok(!verdicts.problems.join().includes(root), 'no sentence tells where the run lies');
  return verdicts.problems.join('\n');
}

test('a whole run is upheld, and its verdicts are written', async () => {
  const { folder } = await stored();
  const verdicts = await judgeStoredRun(folder);
  assert.deepEqual(verdicts.problems, []);
  assert.equal(verdicts.exitCode, 0);
  const text = await readFile(runFolder.verdicts(folder), 'utf8');
  assert.deepEqual(runVerdictsSchema.parse(JSON.parse(text)), verdicts);
});

test('judged again it is the same, byte for byte, wherever the run lies', async () => {
  const texts = [];
  for (const { folder } of [await stored(), await stored()]) {
    await judgeStoredRun(folder);
    await judgeStoredRun(folder);
    texts.push(await readFile(runFolder.verdicts(folder), 'utf8'));
  }
  assert.equal(texts[0], texts[1]);
});

test('a changed history is broken evidence', async () => {
  const { folder, first } = await stored();
  const text = await readFile(first, 'utf8');
  await writeFile(first, text.replace('"spreadMs":5', '"spreadMs":6'));
  assert.match(await problemsOf(folder, 'broken'), /0\.jsonl was changed after the run/);
});

test('a history that is gone is broken evidence', async () => {
  const { folder, first } = await stored();
  await rm(first);
  assert.match(await problemsOf(folder, 'broken'), /0\.jsonl is gone/);
});

test('a history that was never written is inconclusive', async () => {
  const { folder } = await stored((entries, { cohort }) => (cohort === 0 ? undefined : entries));
  assert.equal(await problemsOf(folder, 'inconclusive'), '');
});

test('a history that was added is broken evidence', async () => {
  const { folder, record, first } = await stored();
  const { [`${scenario}/0.jsonl`]: _, ...others } = record.histories ?? {};
  await writeJson(runFolder.record(folder), { ...record, histories: others });
  assert.match(await problemsOf(folder, 'broken'), /0\.jsonl was added after the run/);
  assert.ok(first.length > 0);
});

test('a history of another run in its place is broken evidence, sealed or not', async () => {
  const { folder } = await stored((entries) =>
    entries.map((entry) => (entry.type === 'start' ? { ...entry, run: 'another' } : entry)),
  );
  assert.match(await problemsOf(folder, 'broken'), /it is of run another/);
});

test('a history that was cut before it was sealed is broken evidence', async () => {
  const { folder } = await stored((entries) => entries.slice(0, -1));
  assert.match(await problemsOf(folder, 'broken'), /without its end: the run was interrupted/);
});

test('a run that was never sealed is broken', async () => {
  const { folder, record } = await stored();
  const { histories: _, ...unsealed } = record;
  await writeJson(runFolder.record(folder), unsealed);
  assert.match(await problemsOf(folder, 'broken'), /interrupted before its histories were sealed/);
});

test('another plan is broken evidence', async () => {
  const { folder } = await stored();
  await appendFile(runFolder.plan(folder), ' ');
  const judged = judgeStoredRun(folder);
  await assert.rejects(
    judged.then(({ verdict }) => assert.equal(verdict, 'broken')),
    /JSON/,
  );
  const text = await readFile(runFolder.plan(folder), 'utf8');
  await writeFile(runFolder.plan(folder), text.trimEnd().split('\n').slice(0, -1).join('\n'));
  assert.match(await problemsOf(folder, 'broken'), /not the plan that the run was made with/);
});

test('a leak outranks broken evidence', async () => {
  const { folder, first } = await stored((entries) =>
    entries.map((entry) =>
      entry.type === 'probe' ? { ...entry, outcome: 'served' as const } : entry,
    ),
  );
  await appendFile(first, '\n');
  assert.match(await problemsOf(folder, 'violated'), /changed after the run/);
});

test('a folder without a run is none', async () => {
  const empty = join(root, 'empty');
  await mkdir(empty);
  await assert.rejects(judgeStoredRun(empty), NotARunError);
});

const upheld = Object.fromEntries(promiseIds.map((id) => [id, 'upheld']));
const passed = { verdicts: upheld, scenario: 'passed' };
const batch = `${scenario}-api-1`;

test('a batch that judged itself alike when it ended is no problem', async () => {
  const { folder } = await stored();
  await storeQuickVerdicts(folder, batch, passed);
  assert.equal(await problemsOf(folder, 'upheld'), '');
});

test('a batch that judged itself otherwise breaks the run', async () => {
  const { folder } = await stored();
  const id = 'every-replay-belongs-to-its-viewer';
  await storeQuickVerdicts(folder, batch, {
    ...passed,
    verdicts: { ...upheld, [id]: 'violated' },
  });
  assert.equal(
    await problemsOf(folder, 'broken'),
    `Batch ${batch} judged ${id} violated when it ended; judged from disk it is upheld.`,
  );
});

test('a scenario that failed though every promise held breaks the run', async () => {
  const { folder } = await stored();
  await storeQuickVerdicts(folder, batch, { ...passed, scenario: 'failed' });
  assert.match(await problemsOf(folder, 'broken'), /^The scenario of batch .* failed, and not/);
});

test('the last batch is compared too', async () => {
  const { folder } = await stored();
  const last = 'replay-ownership-browser-1';
  await storeQuickVerdicts(folder, last, {
    ...passed,
    verdicts: { ...upheld, 'a-foreign-replay-is-refused': 'violated' },
  });
  assert.match(await problemsOf(folder, 'broken'), new RegExp(`Batch ${last} judged`));
});

for (const text of ['', '{"every-replay-belongs-to-its-viewer":"upheld"}', '[]'])
  test(`quick verdicts that cannot be read break the run: ${text || 'empty'}`, async () => {
    const { folder } = await stored();
    await storeQuickVerdicts(folder, batch, text);
    assert.match(await problemsOf(folder, 'broken'), /cannot be read: it was cut or edited/);
  });
