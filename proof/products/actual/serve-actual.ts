import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { endWithParent } from '../../../environment/end-with-parent.ts';
import { unusedPort } from '../../../environment/postgres/unused-port.ts';
import { serveOpenIdProvider } from '../open-id-provider.ts';

/** Times that the server is asked whether it is up, and ms between two of them. */
const asksAtMost = 600;
const pauseMs = 100;

const [program, providerModule, dataFolder] = process.argv.slice(2);
if (program === undefined || providerModule === undefined || dataFolder === undefined)
  throw new Error('Give the server’s program, the provider’s module and a data folder.');

endWithParent();
// The first line on stdout says that all is ready, so what the server prints goes beside it.
const say = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

const port = await unusedPort();
const url = `http://127.0.0.1:${port}`;
const client = {
  id: 'actual',
  secret: randomBytes(24).toString('hex'),
  redirectUri: `${url}/openid/callback`,
};
const accountsUrl = await serveOpenIdProvider(pathToFileURL(providerModule).href, client);
process.chdir(dataFolder);
Object.assign(process.env, {
  NODE_ENV: 'production',
  ACTUAL_HOSTNAME: '127.0.0.1',
  ACTUAL_PORT: String(port),
  ACTUAL_DATA_DIR: dataFolder,
  ACTUAL_LOGIN_METHOD: 'openid',
  ACTUAL_OPENID_DISCOVERY_URL: accountsUrl,
  ACTUAL_OPENID_CLIENT_ID: client.id,
  ACTUAL_OPENID_CLIENT_SECRET: client.secret,
  ACTUAL_OPENID_SERVER_HOSTNAME: url,
  ACTUAL_OPENID_ENFORCE: 'true',
  ACTUAL_USER_CREATION_MODE: 'login',
  // The driver says where each user comes from, as a proxy on this machine would.
  ACTUAL_TRUSTED_PROXIES: '127.0.0.1/32',
});
process.argv.length = 2;
await import(pathToFileURL(program).href);

for (let asks = 1; !(await isUp()); asks += 1) {
  if (asks >= asksAtMost) throw new Error('The server of Actual did not come up.');
  await pause(pauseMs);
}
say(`${JSON.stringify({ url, accountsUrl })}\n`);

async function isUp(): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
}
