import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { scriptPath } from './environment/script-path.ts';
import { asEnvironment, settle } from './src/configuration/settings.ts';
import { workerProcesses } from './src/configuration/worker-processes.ts';

// Workers and the global set-up read the same settings again, so what is settled here is written down for them.
const settings = settle({}, process.env);
Object.assign(process.env, asEnvironment(settings));

export default defineConfig({
  testDir: join(import.meta.dirname, 'scenarios'),
  outputDir: join(settings.folder, 'playwright'),
  globalSetup: scriptPath('./fixtures/global-setup', import.meta.url),
  fullyParallel: true,
  forbidOnly: true,
  // A leak in any attempt is a leak: nothing is tried again.
  retries: 0,
  workers: workerProcesses(settings),
  timeout: 10 * 60_000,
  reporter: [
    [scriptPath('./reports/run-reporter', import.meta.url)],
    ['allure-playwright', { resultsDir: join(settings.folder, 'allure-results') }],
    ['blob', { outputDir: join(settings.folder, 'blob-report') }],
  ],
  projects: [
    // The longest first. Two calls at once are as many as two cores carry, and one batch holds two.
    { name: 'live', grep: /@live/, workers: 1 },
    { name: 'api', grep: /@api/, workers: settings.workers },
    { name: 'browser', grep: /@browser/, workers: settings.workers },
  ],
});
