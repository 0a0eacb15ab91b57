import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { writePlan } from '../src/history/plan-file.ts';
import { runFolder } from '../src/history/run-folder.ts';
import { writeJson } from '../src/history/write-json.ts';
import { readRun } from './read-run.ts';
import { cohorts } from './testing/run-to-report.ts';
import { runs } from './testing/runs.ts';
import { writeReport } from './write-report.ts';

async function storedRun(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'in-confidence-report-'));
  t.after(() => rm(folder, { recursive: true }));
  const { record, verdicts, plan } = runs.violated;
  await writeJson(runFolder.record(folder), record);
  await writeJson(runFolder.verdicts(folder), verdicts);
  await writePlan(runFolder.plan(folder), {
    header: plan,
    *cohorts() {
      yield* cohorts;
    },
  });
  return folder;
}

test('a stored run is drawn whole, and again over itself', async (t) => {
  const folder = await storedRun(t);
  const path = await writeReport(folder);
  assert.equal(path, join(folder, 'report', 'index.html'));
  assert.equal(await writeReport(folder), path);
  const files = await readdir(join(folder, 'report'));
  const proof = (await readRun(folder)).proof === undefined ? [] : ['proof.html'];
  const expected = [
    'index.html',
    'junit.xml',
    ...proof,
    'report.json',
    'results.sarif',
    'summary.md',
  ];
  assert.deepEqual(files.sort(), expected);
  assert.match(await readFile(path, 'utf8'), /<h1>Violated<\/h1>/);
});

test('only the patients whom the report names are kept', async (t) => {
  const { people } = await readRun(await storedRun(t));
  assert.deepEqual(new Set(people.keys()), new Set(runs.violated.people.keys()));
  assert.equal(people.size, 65);
});

for (const [name, path, content] of [
  ['damaged verdicts', runFolder.verdicts, '{"format":1'],
  ['verdicts of another format', runFolder.verdicts, '{"format":2}'],
  ['a damaged record', runFolder.record, '[]'],
  ['a plan without a header', runFolder.plan, ''],
] as const)
  test(`${name} are refused in a sentence with a remedy`, async (t) => {
    const folder = await storedRun(t);
    await writeFile(path(folder), content);
    await assert.rejects(writeReport(folder), /(missing or damaged|cannot be read).*again\.$/);
  });

test('verdicts of another run are refused', async (t) => {
  const folder = await storedRun(t);
  await writeJson(runFolder.verdicts(folder), { ...runs.violated.verdicts, run: 'another' });
  await assert.rejects(writeReport(folder), /verdicts of run another\. Judge the run again/);
});
