import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runBounded } from './bounded-command.ts';
import { probeBrowser } from './probe-browser.ts';
import type { BrowserProbe } from './probe-browser.ts';

const questionTimeoutMilliseconds = 30_000;
const downloadTimeoutMilliseconds = 4 * 60_000;
const resolvePackage = createRequire(import.meta.url).resolve;

/** The Chromium that Playwright downloaded earlier for its own version. */
export async function playwrightBrowser(): Promise<BrowserProbe> {
  const question = 'console.log(require(process.argv[1]).chromium.executablePath())';
  const answer = await runBounded({
    command: process.execPath,
    arguments: ['-e', question, resolvePackage('@playwright/test')],
    timeoutMilliseconds: questionTimeoutMilliseconds,
  });
  if (!answer.succeeded) return { reason: answer.reason };
  if (!existsSync(answer.output)) return { reason: 'Playwright has not downloaded its Chromium' };
  return await probeBrowser(answer.output, 'playwright');
}

/** Lets Playwright download its Chromium, which not every network allows. */
export async function downloadPlaywrightBrowser(): Promise<BrowserProbe> {
  const download = await runBounded({
    command: process.execPath,
    arguments: [resolvePackage('@playwright/test/cli'), 'install', 'chromium', '--no-shell'],
    timeoutMilliseconds: downloadTimeoutMilliseconds,
  });
  return download.succeeded ? await playwrightBrowser() : { reason: download.reason };
}
