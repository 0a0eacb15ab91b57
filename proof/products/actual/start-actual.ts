import { join } from 'node:path';
import { z } from 'zod';
import type { ActualAddress } from '../../../drivers/actual/actual-address.ts';
import { openAccount, signInByOpenId } from '../../../drivers/actual/open-id-sign-in.ts';
import { startChildProcess } from '../../../environment/child-process.ts';
import { makeScratchDirectory } from '../../../environment/scratch-directory.ts';
import { scriptPath } from '../../../environment/script-path.ts';
import { deaf } from '../../../src/act/deaf.ts';
import { HttpClient } from '../../../src/act/http-client.ts';
import { installPackages } from '../install-packages.ts';

/** A server of Actual that runs, with an OpenID provider beside it. */
export interface StartedActual {
  readonly address: ActualAddress;
  readonly stop: () => Promise<void>;
}

const addressSchema = z.object({ url: z.url(), accountsUrl: z.url() });
/** The first start migrates a database, and a machine may be busy with other things; in ms. */
const startDeadlineMilliseconds = 600_000;

/** Installs one version if it is not there, and starts it with an empty data folder. */
export async function startActual(version: '25.6.0' | '26.9.0'): Promise<StartedActual> {
  const server = await installPackages(`actual-${version}`);
  const provider = await installPackages('oidc-provider-8.8.1');
  const data = makeScratchDirectory();
  const child = await startChildProcess({
    name: `Actual ${version}`,
    script: scriptPath('./serve-actual', import.meta.url),
    arguments: [
      join(server, '@actual-app/sync-server/build/bin/actual-server.js'),
      join(provider, 'oidc-provider/lib/index.js'),
      data.path,
    ],
    readySchema: addressSchema,
    startDeadlineMilliseconds,
  });
  const stop = async () => {
    await child.stop();
    await data.remove();
  };
  try {
    await signInFirst(child.ready);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: child.ready, stop };
}

/** The first who ever signs in administers the server and sees every file, so it must be none of the patients. */
async function signInFirst(address: ActualAddress): Promise<void> {
  const http = new HttpClient(deaf);
  const credentials = { email: 'administrator@staff.example.com', password: 'for this run alone' };
  try {
    await openAccount(http, address, credentials);
    const signedIn = await signInByOpenId(http, address, credentials, {});
    if ('refusal' in signedIn) throw new Error('The administrator could not sign in.');
  } finally {
    await http.close();
  }
}
