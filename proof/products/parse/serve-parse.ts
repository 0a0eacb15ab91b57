import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { consultationClass } from '../../../drivers/parse/consultation-class.ts';
import { endWithParent } from '../../../environment/end-with-parent.ts';
import { unusedPort } from '../../../environment/postgres/unused-port.ts';

const serverModule = z.object({
  ParseServer: z.custom<{ readonly startApp: (options: object) => Promise<unknown> }>(
    (value) => typeof value === 'function',
  ),
});

const [modulePath, folder] = process.argv.slice(2);
const { PARSE_DATABASE_URL: databaseUrl } = process.env;
if (modulePath === undefined || folder === undefined || databaseUrl === undefined)
  throw new Error(
    'Give the server’s module, a folder, and an empty database in PARSE_DATABASE_URL.',
  );

endWithParent();
// The first line on stdout says that all is ready, so what the server prints goes beside it.
const say = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

process.chdir(folder);
const { ParseServer } = serverModule.parse(await import(pathToFileURL(modulePath).href));
const port = await unusedPort();
const url = `http://127.0.0.1:${port}/parse`;
const applicationId = 'consultations';
const masterKey = randomBytes(24).toString('hex');
await ParseServer.startApp({
  appId: applicationId,
  masterKey,
  databaseURI: databaseUrl,
  serverURL: url,
  host: '127.0.0.1',
  port,
  mountPath: '/parse',
  allowClientClassCreation: false,
  liveQuery: { classNames: [consultationClass] },
  startLiveQueryServer: true,
  logsFolder: folder,
});
await makeClass();
const liveQueryUrl = `ws://127.0.0.1:${port}/`;
say(`${JSON.stringify({ url, liveQueryUrl, applicationId })}\n`);

/** Whoever is signed in may save an object, and only the user that it names as its owner may read or change it. */
async function makeClass(): Promise<void> {
  const response = await fetch(`${url}/schemas/${consultationClass}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-parse-application-id': applicationId,
      'x-parse-master-key': masterKey,
    },
    body: JSON.stringify({
      className: consultationClass,
      fields: {
        owner: { type: 'Pointer', targetClass: '_User' },
        appointment: { type: 'String' },
        words: { type: 'String' },
        parts: { type: 'Number' },
      },
      classLevelPermissions: {
        find: {},
        count: {},
        get: {},
        create: { requiresAuthentication: true },
        update: {},
        delete: {},
        addField: {},
        protectedFields: {},
        readUserFields: ['owner'],
        writeUserFields: ['owner'],
      },
    }),
  });
  if (!response.ok) throw new Error(`The class could not be made: ${await response.text()}`);
}
