import { databaseChoice } from '../environment/database-choice.ts';
import { startDatabase } from '../environment/database.ts';
import { createClinicDatabase, prepareTemplate } from '../environment/clinic-database.ts';
import { startClinic } from '../environment/clinic-process.ts';
import { startMocks } from '../environment/mocks-process.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from './in-temporary-folder.ts';
import { median } from './median.ts';
import type { Figure, Measurement } from './measurement.ts';
import { secondsOf } from './seconds-of.ts';

const starts = 10;

/** What a clinic stands on, and where it may keep its recordings. */
interface Ground {
  readonly adminUrl: string;
  readonly template: string;
  readonly mocksUrl: string;
  readonly folder: string;
}

/** How long a batch waits for a clinic of its own: its database, copied from the template, and its process. */
export async function clinicStart(): Promise<Measurement> {
  return await inTemporaryFolder(async (folder) => {
    const stops: (() => Promise<unknown>)[] = [];
    try {
      const server = await secondsOf(() => startDatabase(databaseChoice()));
      const { adminUrl, description } = server.result;
      stops.push(() => server.result.stop());
      const template = await secondsOf(() => prepareTemplate(adminUrl));
      stops.push(() => template.result.drop());
      const mocks = await startMocks();
      stops.push(() => mocks.stop());
      const ground = {
        adminUrl,
        template: template.result.name,
        mocksUrl: mocks.ready.url,
        folder,
      };
      return {
        title: `Start of a fresh clinic, ${starts} times (${description})`,
        figures: [
          { what: 'once a run: the database server', value: server.seconds, unit: 's' },
          { what: 'once a run: the migrated template', value: template.seconds, unit: 's' },
          ...(await startTimes(ground)),
        ],
      };
    } finally {
      for (const stop of stops.toReversed()) await stop();
    }
  });
}

async function startTimes(ground: Ground): Promise<Figure[]> {
  const databases: number[] = [];
  const processes: number[] = [];
  const both: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const { database, process } = await startAndStop(ground, start);
    databases.push(database);
    processes.push(process);
    both.push(database + process);
  }
  return [
    ...medianAndWorst('database from the template', databases, 'under 1 s'),
    ...medianAndWorst('process ready', processes),
    ...medianAndWorst('both', both),
  ];
}

async function startAndStop(
  { adminUrl, template, mocksUrl, folder }: Ground,
  start: number,
): Promise<{ readonly database: number; readonly process: number }> {
  const files = join(folder, String(start));
  await mkdir(files);
  const database = await secondsOf(() => createClinicDatabase(adminUrl, template));
  try {
    const clinic = await secondsOf(() =>
      startClinic({
        databaseUrl: database.result.url,
        providerUrl: mocksUrl,
        providerApplication: `app_bench${start}`,
        insurerUrl: mocksUrl,
        files,
      }),
    );
    await clinic.result.stop();
    return { database: database.seconds, process: clinic.seconds };
  } finally {
    await database.result.drop();
  }
}

function medianAndWorst(what: string, seconds: readonly number[], aim?: string): Figure[] {
  const aimed = aim === undefined ? {} : { aim };
  return [
    { what: `${what}, median`, value: median(seconds), unit: 's', ...aimed },
    { what: `${what}, worst`, value: Math.max(...seconds), unit: 's', ...aimed },
  ];
}
