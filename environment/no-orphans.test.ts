import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setInterval } from 'node:timers/promises';
import { z } from 'zod';
import { scriptPath } from './script-path.ts';

const bound = { timeout: 60_000 };
const startedSchema = z.object({
  childPid: z.number(),
  postgresPid: z.number(),
  data: z.string(),
});

/** Starts everything, says what it has started, and waits to be killed. */
const parentProgram = `
  import { startChildProcess } from ${JSON.stringify(scriptPath('./child-process', import.meta.url))};
  import { startEmbeddedPostgres } from ${JSON.stringify(scriptPath('./embedded-postgres', import.meta.url))};
  import { withClient } from ${JSON.stringify(scriptPath('./postgres/with-client', import.meta.url))};
  import { z } from 'zod';

  const child = await startChildProcess({
    name: 'the example',
    script: ${JSON.stringify(scriptPath('./example-child', import.meta.url))},
    arguments: ['ready'],
    readySchema: z.object({ ready: z.literal(true) }),
  });
  const postgres = await startEmbeddedPostgres();
  const { rows } = await withClient(postgres.adminUrl, (client) =>
    client.query("SELECT current_setting('data_directory') AS data, (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\\\s+'))[1]::int AS pid"),
  );
  console.log(JSON.stringify({ childPid: child.pid, postgresPid: rows[0].pid, data: rows[0].data }));
`;

void test(
  'after a SIGKILL of the parent neither PostgreSQL, its directory nor a child process is left',
  bound,
  async (context) => {
    const parent = spawn(process.execPath, ['--input-type=module', '-e', parentProgram], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(parent, 'exit');
    context.after(() => parent.kill('SIGKILL'));
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    const { childPid, postgresPid, data } = startedSchema.parse(JSON.parse(line));
    const directory = dirname(data);
    assert.ok(isRunning(childPid) && isRunning(postgresPid) && existsSync(directory));

    parent.kill('SIGKILL');
    await exited;

    // The bound of the test is the bound of the waiting.
    for await (const _ of setInterval(20, undefined, { signal: context.signal })) {
      if (!isRunning(childPid) && !isRunning(postgresPid) && !existsSync(directory)) break;
    }
  },
);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
