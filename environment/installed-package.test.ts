import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { commandOf } from './how-it-is-run.ts';
import { lockFile } from './lock-file.ts';
import { packageRoot } from './package-root.ts';
import { projectRoot } from './project-root.ts';

const project = mkdtempSync(join(tmpdir(), 'in-confidence-project-'));
after(() => rmSync(project, { recursive: true }));

void test('the project of an installed package is whoever installed it, links of package managers included', () => {
  assert.equal(projectRoot('/a/b/node_modules/in-confidence'), '/a/b');
  assert.equal(
    projectRoot('/a/node_modules/.pnpm/in-confidence@1/node_modules/in-confidence'),
    '/a',
  );
  assert.equal(projectRoot(), packageRoot());
});

void test('the lock file is the project’s own, else what npm wrote down, else the manifest', () => {
  assert.equal(lockFile(project, 'manifest'), 'manifest');
  mkdirSync(join(project, 'node_modules'));
  for (const name of ['node_modules/.package-lock.json', 'pnpm-lock.yaml', 'package-lock.json']) {
    writeFileSync(join(project, name), '');
    assert.equal(lockFile(project, 'manifest'), join(project, name));
  }
});

void test('commands are named as they are typed in a checkout', () => {
  assert.equal(commandOf('setup'), 'npm run setup');
  assert.equal(commandOf('gate', ['--profile smoke']), 'npm run gate -- --profile smoke');
});
