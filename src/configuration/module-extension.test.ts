import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { moduleExtension } from './module-extension.ts';

const folder = await mkdtemp(join(tmpdir(), 'module-extension-'));
after(() => rm(folder, { recursive: true }));

for (const [manifest, extension] of [
  ['{ "type": "module" }', 'ts'],
  ['{ "type": "commonjs" }', 'mts'],
  ['{}', 'mts'],
  ['{ "type":', 'mts'],
] as const)
  test(`in a package that says ${manifest} a module ends in .${extension}`, async () => {
    const project = await mkdtemp(join(folder, 'project-'));
    await writeFile(join(project, 'package.json'), manifest);
    await mkdir(join(project, 'inner'));
    assert.equal(moduleExtension(project), extension);
    assert.equal(moduleExtension(join(project, 'inner')), extension);
  });

test('where no package is, a module says by its name that it is one', async () => {
  assert.equal(moduleExtension(await mkdtemp(join(folder, 'project-'))), 'mts');
});
