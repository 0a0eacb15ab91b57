import type { FastifyInstance } from 'fastify';
import { buildClinic } from './build-clinic.ts';
import { parseClinicArguments } from './clinic-arguments.ts';
import { buildControl } from './control/build-control.ts';
import { loadFault } from './faults/load-fault.ts';
import { defaultSeams } from './seams.ts';

const listenHost = '127.0.0.1';

async function start(): Promise<void> {
  const given = parseClinicArguments(process.argv.slice(2));
  const fault = given.fault === undefined ? null : await loadFault(given.fault);
  let publicUrl = addressOf(given['public-host'], given.port);
  const clinic = await buildClinic(fault ? fault.apply(defaultSeams) : defaultSeams, {
    databaseUrl: given['database-url'],
    providerUrl: given['provider-url'],
    providerApplication: given['provider-application'],
    insurerUrl: given['insurer-url'],
    filesDirectory: given.files,
    staffPassword: given['staff-password'],
    publicUrl: () => publicUrl,
    now: given.now,
  });
  const control = buildControl(clinic);
  await clinic.app.listen({ host: listenHost, port: given.port });
  publicUrl = addressOf(given['public-host'], portOf(clinic.app));
  await control.listen({ host: listenHost, port: given['control-port'] });
  const controlUrl = addressOf(listenHost, portOf(control));
  process.stdout.write(
    `${JSON.stringify({ ready: true, url: publicUrl, controlUrl, fault: fault?.id ?? null })}\n`,
  );
}

function addressOf(host: string, port: number): string {
  return `http://${host}:${port}`;
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

// Nothing is lost by leaving at once: what is unfinished is in the database and goes on at the next start.
process.once('SIGTERM', () => process.exit(0));
process.stdin.once('end', () => process.exit(0));
process.stdin.once('close', () => process.exit(0));
process.stdin.resume();

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
