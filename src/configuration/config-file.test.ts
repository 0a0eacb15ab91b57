import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfigFile } from './config-file.ts';
import { UsageError } from './usage-error.ts';

const folder = await mkdtemp(join(tmpdir(), 'config-'));
after(() => rm(folder, { recursive: true }));

/** A directory of its own for each: modules are loaded once. */
async function directoryWith(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(folder, 'project-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return directory;
}

for (const [name, text] of [
  ['in-confidence.config.ts', "export default { seed: 'x' as string };"],
  ['in-confidence.config.mts', "export default { seed: 'x' as string };"],
  ['in-confidence.config.js', "export default { seed: 'x' };"],
  ['in-confidence.config.mjs', "export default { seed: 'x' };"],
  ['in-confidence.config.json', '{ "seed": "x" }'],
] as const)
  test(`settings are read from ${name}`, async () => {
    assert.deepEqual(readConfigFile(await directoryWith({ [name]: text })), { seed: 'x' });
  });

test('no file says nothing', async () => {
  assert.deepEqual(readConfigFile(await directoryWith({})), {});
});

const refused: readonly (readonly [Record<string, string>, RegExp])[] = [
  [{ 'in-confidence.config.ts': 'export const seed = 1;' }, /exports no settings as its default/],
  [{ 'in-confidence.config.js': 'export default [1];' }, /exports no settings as its default/],
  [{ 'in-confidence.config.mjs': 'throw new Error("no");' }, /could not be loaded: Error: no/],
  [
    { 'in-confidence.config.ts': '', 'in-confidence.config.json': '{}' },
    /has in-confidence\.config\.ts and in-confidence\.config\.json\. Keep one of them\./,
  ],
];
for (const [files, sentence] of refused)
  test(`refused in a sentence: ${sentence}`, async () => {
    const directory = await directoryWith(files);
    assert.throws(
      () => readConfigFile(directory),
      (error) => error instanceof UsageError && sentence.test(error.message),
    );
  });
