import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { databaseChoice } from './database-choice.ts';
import { startDatabase } from './database.ts';

// Runs Node with the given arguments beside a database, whose address the tests of the clinic's routes take from
// CLINIC_TEST_DATABASE_URL, and ends as that ended.
const database = await startDatabase(databaseChoice());
try {
  const child = spawn(process.execPath, process.argv.slice(2), {
    env: { ...process.env, CLINIC_TEST_DATABASE_URL: database.adminUrl },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await database.stop();
}
