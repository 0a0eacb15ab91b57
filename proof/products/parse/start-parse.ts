import { join } from 'node:path';
import { z } from 'zod';
import type { ParseAddress } from '../../../drivers/parse/parse-address.ts';
import { startChildProcess } from '../../../environment/child-process.ts';
import { databaseChoice } from '../../../environment/database-choice.ts';
import { startDatabase } from '../../../environment/database.ts';
import { reserveRunDatabases } from '../../../environment/postgres/run-databases.ts';
import { withClient } from '../../../environment/postgres/with-client.ts';
import { makeScratchDirectory } from '../../../environment/scratch-directory.ts';
import { scriptPath } from '../../../environment/script-path.ts';
import type { Stop } from '../../../fixtures/stop-all.ts';
import { stopAll } from '../../../fixtures/stop-all.ts';
import { installPackages } from '../install-packages.ts';

/** An app on Parse Server that runs, with a database of its own. */
export interface StartedParse {
  readonly address: ParseAddress;
  readonly stop: () => Promise<void>;
}

const addressSchema = z.object({
  url: z.url(),
  liveQueryUrl: z.url(),
  applicationId: z.string(),
});
/** The first start makes the server’s tables, and a machine may be busy with other things; in ms. */
const startDeadlineMilliseconds = 600_000;

/** Installs one version if it is not there, and starts it on an empty database. */
export async function startParse(version: '8.6.52' | '8.6.53'): Promise<StartedParse> {
  const modules = await installPackages(`parse-server-${version}`);
  const database = await startDatabase(databaseChoice());
  const scratch = makeScratchDirectory();
  const stops: Stop[] = [() => database.stop(), () => scratch.remove()];
  try {
    const databases = await reserveRunDatabases(database.adminUrl);
    stops.push(() => databases.drop());
    const databaseName = `${databases.prefix}_parse`;
    await withClient(database.adminUrl, (client) =>
      client.query(`CREATE DATABASE ${databaseName}`),
    );
    const databaseUrl = new URL(database.adminUrl);
    databaseUrl.pathname = databaseName;
    const child = await startChildProcess({
      name: `Parse Server ${version}`,
      script: scriptPath('./serve-parse', import.meta.url),
      arguments: [join(modules, 'parse-server/lib/index.js'), scratch.path],
      // Its password is not for the process list.
      environment: { PARSE_DATABASE_URL: databaseUrl.href },
      readySchema: addressSchema,
      startDeadlineMilliseconds,
    });
    stops.push(() => child.stop());
    return { address: child.ready, stop: () => stopAll(stops) };
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}
