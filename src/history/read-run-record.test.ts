import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { NotARunError, readRunRecord } from './read-run-record.ts';
import { writeJson } from './write-json.ts';

const folder = await mkdtemp(join(tmpdir(), 'runs-'));
after(() => rm(folder, { recursive: true }));

test('a folder without a run is no run, and the sentence names it', async () => {
  await assert.rejects(readRunRecord(join(folder, 'none')), (error: unknown) => {
    assert.ok(error instanceof NotARunError);
    assert.match(error.message, /none holds no run: .* Name the folder of a run\./);
    return true;
  });
});

for (const text of ['', '{"format":1', '{"format":1,"run":"x"}'])
  test(`a record that was cut or edited is none: ${JSON.stringify(text)}`, async () => {
    await writeFile(join(folder, 'run.json'), text);
    await assert.rejects(readRunRecord(folder), /is not a run record: it was cut or edited/);
  });

test('JSON is written whole, over what was there, and nothing is left beside it', async () => {
  const path = join(folder, 'verdicts.json');
  await writeJson(path, { verdict: 'old', long: 'x'.repeat(1000) });
  await writeJson(path, { verdict: 'new' });
  assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), { verdict: 'new' });
  assert.ok((await readdir(folder)).every((name) => !name.endsWith('.partial')));
});
