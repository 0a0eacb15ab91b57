import { randomBytes } from 'node:crypto';
import type { Browser, BrowserServer } from '@playwright/test';
import { chromium } from '@playwright/test';
import { installBrowser } from '../../environment/browser.ts';
import { prepareTemplate } from '../../environment/clinic-database.ts';
import { databaseChoice } from '../../environment/database-choice.ts';
import { startDatabase } from '../../environment/database.ts';
import { startMocks } from '../../environment/mocks-process.ts';
import type { StartedTarget } from '../../fixtures/clinic-target.ts';
import { startClinicTarget } from '../../fixtures/clinic-target.ts';
import type { RunContext } from '../../fixtures/run-context.ts';
import { liveCallFlags } from '../../src/act/camera/camera.ts';
import { settle } from '../../src/configuration/settings.ts';

/** A clinic with a browser beside it, of which it is known what process it is. */
export interface LiveClinic {
  readonly run: RunContext;
  readonly target: StartedTarget;
  readonly browser: Browser;
  readonly browserProcess: number;
}

/** Does the work with a clinic and a browser of its own, and ends both. */
export async function withLiveClinic<Result>(
  folder: string,
  work: (clinic: LiveClinic) => Promise<Result>,
): Promise<Result> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const database = await startDatabase(databaseChoice());
    stops.push(() => database.stop());
    const template = await prepareTemplate(database.adminUrl);
    stops.push(() => template.drop());
    const mocks = await startMocks();
    stops.push(() => mocks.stop());
    const { executablePath } = await installBrowser(() => undefined);
    const run: RunContext = {
      settings: settle({ out: folder, run: 'bench' }, {}),
      key: randomBytes(32),
      clinic: {
        adminUrl: database.adminUrl,
        template: template.name,
        mocksUrl: mocks.ready.url,
      },
      browserPath: executablePath,
      scratch: undefined,
      lacking: undefined,
      isGate: false,
    };
    const target = await startClinicTarget(run, 'bench', 'live');
    stops.push(() => target.stop());
    stops.push(() => target.driver.close());
    const server: BrowserServer = await chromium.launchServer({
      executablePath,
      args: liveCallFlags,
    });
    stops.push(() => server.close());
    const browser = await chromium.connect(server.wsEndpoint());
    stops.push(() => browser.close());
    const browserProcess = server.process().pid;
    if (browserProcess === undefined) throw new Error('The browser has no process of its own.');
    return await work({ run, target, browser, browserProcess });
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}
