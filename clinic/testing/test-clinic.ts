import { EventEmitter, on } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClinic } from '../build-clinic.ts';
import type { Clinic } from '../build-clinic.ts';
import { defaultSeams } from '../seams.ts';
import type { Seams } from '../seams.ts';
import { createTestDatabase } from './test-database.ts';
import { startThirdParties } from './third-parties.ts';
import type { ThirdParties } from './third-parties.ts';

/** A whole clinic in this process, with its own database and third parties. */
export interface TestClinic {
  clinic: Clinic;
  url: string;
  databaseUrl: string;
  thirdParties: ThirdParties;
  application: string;
  /** Resolves when so many replays have been composed since the start, and rejects when one was given up. */
  composed: (count: number) => Promise<void>;
  close: () => Promise<void>;
}

/** Where the clinic's clock begins in tests. */
export const testNow = new Date('2026-06-09T09:00:00.000Z');

/** The password of all clinicians in tests. */
export const testStaffPassword = 'password of the staff';

/** Starts a clinic of these parts. */
export async function startTestClinic(seams: Seams = defaultSeams): Promise<TestClinic> {
  const [database, thirdParties, filesDirectory] = await Promise.all([
    createTestDatabase(),
    startThirdParties(),
    mkdtemp(join(tmpdir(), 'clinic-test-')),
  ]);
  const events = new EventEmitter();
  let finished = 0;
  let gaveUpOver: string | undefined;
  const watched: Seams = {
    ...seams,
    composeQueue: (parts) => {
      const queue = seams.composeQueue(parts);
      return {
        ...queue,
        async finish(job, result) {
          await queue.finish(job, result);
          finished += 1;
          events.emit('change');
        },
        async giveBack(job, failure) {
          const again = await queue.giveBack(job, failure);
          if (!again) gaveUpOver = failure;
          events.emit('change');
          return again;
        },
      };
    },
  };
  const application = 'app_test';
  let url = '';
  const clinic = await buildClinic(watched, {
    databaseUrl: database.url,
    providerUrl: thirdParties.url,
    providerApplication: application,
    insurerUrl: thirdParties.url,
    filesDirectory,
    staffPassword: testStaffPassword,
    publicUrl: () => url,
    now: testNow,
  });
  url = await clinic.app.listen({ host: '127.0.0.1', port: 0 });
  return {
    clinic,
    url,
    databaseUrl: database.url,
    thirdParties,
    application,
    async composed(count) {
      const changes = on(events, 'change');
      for (let seen = finished; seen < count; seen = finished) {
        if (gaveUpOver !== undefined) throw new Error(`A replay was given up: ${gaveUpOver}`);
        await changes.next();
      }
      await changes.return?.();
    },
    async close() {
      await clinic.close();
      await thirdParties.stop();
      await database.drop();
      await rm(filesDirectory, { recursive: true, force: true });
    },
  };
}
