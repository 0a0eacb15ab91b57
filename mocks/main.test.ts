import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

async function start() {
  const temporary = mkdtempSync(join(tmpdir(), 'third-parties-test-'));
  const child = spawn(process.execPath, [main], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary },
  });
  const exited = once(child, 'exit');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, exited, temporary, ready: JSON.parse(line) as { ready: boolean; url: string } };
}

void test('says that it is ready, serves, and ends with its parent, leaving nothing', async () => {
  const { child, exited, temporary, ready } = await start();
  assert.equal(ready.ready, true);
  assert.match(ready.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const member = await fetch(`${ready.url}/insurer/members/ICM000000000?birthDate=2000-01-01`);
  assert.equal(member.status, 200);
  assert.equal(readdirSync(temporary).length, 1);
  child.stdin.end();
  const [code] = await exited;
  assert.equal(code, 0);
  rmdirSync(temporary);
  assert.equal(existsSync(temporary), false);
});

void test('ends on SIGTERM', async () => {
  const { child, exited, temporary } = await start();
  child.kill('SIGTERM');
  const [code] = await exited;
  assert.equal(code, 0);
  rmdirSync(temporary);
});
