import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from './browser.ts';
import { probeBrowser } from './probe-browser.ts';
import type { BrowserProbe } from './probe-browser.ts';

/** The shell has the same engine and no window to draw: a page costs half as much processor time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const directories = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/chromium'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Looks for a Chromium or Chrome that the machine has: on PATH, then in the usual places. */
export async function machineBrowser(source: Browser['source'] = 'machine'): Promise<BrowserProbe> {
  const searched = [...(process.env['PATH'] ?? '').split(delimiter), ...directories];
  const candidates = new Set([
    ...names.flatMap((name) => searched.map((directory) => join(directory, name))),
    ...applications,
  ]);
  let reason = 'neither PATH nor the usual places hold a Chromium or Chrome';
  for (const candidate of candidates) {
    if (!isExecutable(candidate)) continue;
    const probe = await probeBrowser(candidate, source);
    if ('browser' in probe) return probe;
    reason = probe.reason;
  }
  return { reason };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
