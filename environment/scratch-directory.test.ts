import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setInterval } from 'node:timers/promises';
import { makeScratchDirectory } from './scratch-directory.ts';
import { scriptPath } from './script-path.ts';

void test('it is removed with all that is in it', async () => {
  const scratch = makeScratchDirectory();
  writeFileSync(join(scratch.path, 'recording'), 'voices');
  await scratch.remove();
  assert.ok(!existsSync(scratch.path));
});

void test('it is gone after a SIGKILL of its owner', { timeout: 60_000 }, async (context) => {
  const owner = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { makeScratchDirectory } from ${JSON.stringify(scriptPath('./scratch-directory', import.meta.url))};
       console.log(makeScratchDirectory().path);
       process.stdin.resume();`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  context.after(() => owner.kill('SIGKILL'));
  const [path] = (await once(createInterface({ input: owner.stdout }), 'line')) as [string];
  assert.ok(existsSync(path));
  owner.kill('SIGKILL');
  // The bound of the test is the bound of the waiting.
  for await (const _ of setInterval(20, undefined, { signal: context.signal }))
    if (!existsSync(path)) break;
});
