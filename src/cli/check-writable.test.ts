import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkWritable } from './check-writable.ts';

const folder = await mkdtemp(join(tmpdir(), 'writable-'));
after(() => rm(folder, { recursive: true }));

test('a folder that can be made and written to is left empty', async () => {
  const run = join(folder, 'results', 'run');
  await checkWritable(run);
  assert.deepEqual(await readdir(run), []);
});

test('a folder that cannot be made is bad usage, in a sentence with a remedy', async () => {
  await assert.rejects(checkWritable(join(import.meta.filename, 'run')), {
    name: 'UsageError',
    message: /cannot be written to .*is a file and no folder.*--out/,
  });
});
