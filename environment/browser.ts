import { z } from 'zod';
import type { Browser } from './browser/browser.ts';
import { installDebianBrowser } from './browser/debian-browser.ts';
import { machineBrowser } from './browser/machine-browser.ts';
import { installNpmBrowser, npmBrowser } from './browser/npm-browser.ts';
import { downloadPlaywrightBrowser, playwrightBrowser } from './browser/playwright-browser.ts';
import { probeBrowser } from './browser/probe-browser.ts';
import type { BrowserProbe } from './browser/probe-browser.ts';
import { EnvironmentError } from './environment-error.ts';
import { commandOf } from './how-it-is-run.ts';

export type { Browser } from './browser/browser.ts';

interface Way {
  readonly name: string;
  readonly take: () => Promise<BrowserProbe>;
}

const installed: readonly Way[] = [
  { name: "the machine's own", take: machineBrowser },
  { name: "Playwright's", take: playwrightBrowser },
  { name: "npm's", take: npmBrowser },
];
const installable: readonly Way[] = [
  { name: "downloading Playwright's", take: downloadPlaywrightBrowser },
  { name: "installing Debian's", take: installDebianBrowser },
  { name: "installing npm's", take: installNpmBrowser },
];
const environmentSchema = z.object({ IN_CONFIDENCE_BROWSER: z.string().min(1).optional() });
const offlineSchema = z.object({ IN_CONFIDENCE_OFFLINE: z.string().optional() });

/** Finds a browser without installing anything. One named by IN_CONFIDENCE_BROWSER has to run; no other takes its place. */
export async function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  ways: readonly Way[] = installed,
): Promise<Browser | null> {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    throw new EnvironmentError(
      'bad-setting',
      'IN_CONFIDENCE_BROWSER is empty. Set it to the path of a Chromium or Chrome, or unset it.',
    );
  }
  const path = parsed.data.IN_CONFIDENCE_BROWSER;
  if (path !== undefined) return await namedBrowser(path);
  for (const way of ways) {
    const probe = await way.take();
    if ('browser' in probe) return probe.browser;
  }
  return null;
}

/** Finds a browser or, unless IN_CONFIDENCE_OFFLINE forbids it, installs one, telling in a line each what it tries and why it goes on to the next way. */
export async function installBrowser(
  progress: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
  ways = { installed, installable },
): Promise<Browser> {
  const found = await findBrowser(environment, ways.installed);
  if (found !== null) return found;
  if (offlineSchema.parse(environment).IN_CONFIDENCE_OFFLINE !== undefined) {
    throw new EnvironmentError(
      'browser-unavailable',
      `There is no browser on this machine, and none may be installed offline. Run ${commandOf('setup')} once with a network, or set IN_CONFIDENCE_BROWSER to the path of one.`,
    );
  }
  for (const { name, take } of ways.installable) {
    progress(`Browser: ${name} …`);
    const probe = await take();
    if ('browser' in probe) return probe.browser;
    progress(`Browser: ${name} did not work: ${probe.reason}.`);
  }
  throw new EnvironmentError(
    'browser-unavailable',
    'There is no browser on this machine, and none could be installed. Install Chromium or Chrome, or set IN_CONFIDENCE_BROWSER to the path of one.',
  );
}

async function namedBrowser(path: string): Promise<Browser> {
  const probe = await probeBrowser(path, 'setting');
  if ('browser' in probe) return probe.browser;
  throw new EnvironmentError(
    'browser-unavailable',
    `IN_CONFIDENCE_BROWSER names ${path}, which does not run: ${probe.reason}. Correct it, or unset it.`,
  );
}
