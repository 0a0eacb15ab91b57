import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makePlan } from '../plan/make-plan.ts';
import { shapeOf } from '../plan/testing/shaped-batch.ts';
import { readPlanHeader, readPlannedCohorts, writePlan } from './plan-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'plans-'));
after(() => rm(folder, { recursive: true }));
const plan = makePlan('seed', 'profile', [shapeOf({ cohorts: 3 })]);
const path = join(folder, 'plan.jsonl');

async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const gathered: Item[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

const hash = await writePlan(path, plan);

test('a plan is read as it was written, header and cohorts', async () => {
  assert.deepEqual(await readPlanHeader(path), plan.header);
  assert.deepEqual(await gather(readPlannedCohorts(path)), [...plan.cohorts()]);
});

test('only the cohorts that are wanted are given', async () => {
  const wanted = await gather(readPlannedCohorts(path, (cohort) => cohort !== 1));
  assert.deepEqual(
    wanted.map(({ cohort }) => cohort),
    [0, 2],
  );
});

test('the hash is the file’s', async () => {
  const bytes = await readFile(path);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), hash);
});

test('what a killed run left of a plan is replaced', async () => {
  const left = join(folder, 'left.jsonl');
  await writeFile(left, 'half a pl');
  assert.equal(await writePlan(left, plan), hash);
  assert.deepEqual(await readFile(left), await readFile(path));
});

test('a plan that cannot be made whole is not there', async () => {
  const broken = join(folder, 'broken.jsonl');
  const cohorts = () => {
    throw new Error('no more');
  };
  await assert.rejects(writePlan(broken, { ...plan, cohorts }), /no more/);
  await assert.rejects(readFile(broken), { code: 'ENOENT' });
});

const refused: readonly (readonly [string, (text: string) => string])[] = [
  ['another version', (text) => text.replace('"format":5', '"format":4')],
  ['no plan at all', () => '{"hello":"world"}\n'],
  ['no JSON', () => 'hello\n'],
  ['nothing', () => ''],
];
for (const [name, edit] of refused)
  test(`a file is refused that holds ${name}`, async () => {
    const edited = join(folder, `${name}.jsonl`);
    await writeFile(edited, edit(await readFile(path, 'utf8')));
    await assert.rejects(readPlanHeader(edited));
  });

test('a cohort that was cut or edited is refused', async () => {
  const text = await readFile(path, 'utf8');
  for (const damaged of [text.slice(0, -30), text.replace('"clinicians":2', '"clinicians":0')]) {
    const edited = join(folder, `edited-${damaged.length}.jsonl`);
    await writeFile(edited, damaged);
    await assert.rejects(gather(readPlannedCohorts(edited)));
  }
});
