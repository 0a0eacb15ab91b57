import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, afterEach, test } from 'node:test';
import { packageRoot } from './package-root.ts';

let root: string;

/** A project whose `npm` notes what it is asked and installs nothing but Node. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'in-confidence-bootstrap-'));
  mkdirSync(join(root, 'src', 'cli'), { recursive: true });
  mkdirSync(join(root, 'tools'));
  for (const part of ['bootstrap.mjs', 'bootstrap'])
    cpSync(join(packageRoot(), part), join(root, part), { recursive: true });
  writeFileSync(join(root, 'src', 'cli', 'main.ts'), commandLine);
  lockPackages('1.0.0');
  writeFileSync(join(root, 'tools', 'npm'), npm);
  chmodSync(join(root, 'tools', 'npm'), 0o755);
});
afterEach(() => rmSync(root, { recursive: true }));

const commandLine = `
  const [command, value] = process.argv.slice(2);
  if (command === 'wait') process.on('SIGTERM', () => process.exit(10));
  console.log(command);
  if (command === 'exit') process.exit(Number(value));
  if (command === 'die') process.kill(process.pid, 'SIGKILL');
  if (command === 'wait') {
    process.stdin.resume();
    setInterval(() => undefined, 60_000);
  }
`;

const npm = `#!/bin/sh
echo "$@" >> npm-calls
[ -e broken ] && exit 1
mkdir -p node_modules/.bin
ln -sf '${process.execPath}' node_modules/.bin/node
cp package-lock.json node_modules/.package-lock.json
`;

function lockPackages(version: string): void {
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/b': { optional: true } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

function start(...parameters: string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, [join(root, 'bootstrap.mjs'), ...parameters], {
    env: { PATH: [join(root, 'tools'), process.env['PATH'] ?? ''].join(delimiter) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function run(
  ...parameters: string[]
): Promise<{ code: number | null; output: string; said: string }> {
  const child = start(...parameters);
  assert.ok(child.stdout && child.stderr);
  const closed = once(child, 'close');
  const [output, said] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code: child.exitCode, output, said };
}

function npmCalls(): number {
  const file = join(root, 'npm-calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
}

void test('packages are installed when the lock file demands it, and only then', async () => {
  const first = await run('exit', '11');
  assert.equal(first.code, 11);
  assert.equal(first.output, 'exit\n');
  assert.match(first.said, /^Installing the packages/);
  assert.equal((await run('exit', '0')).said, '');
  assert.equal(npmCalls(), 1);
  lockPackages('1.0.1');
  assert.match((await run('exit', '0')).said, /^Installing the packages/);
  assert.equal(npmCalls(), 2);
});

void test('of several starts at once one installs', async () => {
  const ends = await Promise.all([run('exit', '3'), run('exit', '4'), run('exit', '5')]);
  assert.deepEqual(
    ends.map(({ code }) => code),
    [3, 4, 5],
  );
  assert.equal(npmCalls(), 1);
});

void test('the lock of an installation that was killed is taken over', async () => {
  const killed = spawn(process.execPath, ['-e', '']);
  await once(killed, 'exit');
  const lock = join(root, '.cache', 'install.lock');
  mkdirSync(lock, { recursive: true });
  writeFileSync(join(lock, 'owner'), String(killed.pid));
  assert.equal((await run('exit', '0')).code, 0);
  assert.ok(!existsSync(lock));
});

void test('a failing installation is exit code 12 with a sentence', async () => {
  writeFileSync(join(root, 'broken'), '');
  const { code, said } = await run('exit', '0');
  assert.equal(code, 12);
  assert.match(said, /"npm ci .*" failed: it ended with 1\./);
});

void test('a signal ends the command, and its end is told as a shell does', async () => {
  assert.equal((await run('die')).code, 137);
  const child = start('wait');
  assert.ok(child.stdout);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  assert.equal((await once(child, 'exit'))[0], 10);
});
