import { runBounded } from './bounded-command.ts';
import { machineBrowser } from './machine-browser.ts';
import type { BrowserProbe } from './probe-browser.ts';

const updateTimeoutMilliseconds = 3 * 60_000;
const installTimeoutMilliseconds = 10 * 60_000;

/** Installs Debian's chromium package: only as root, because nothing here asks for a password. */
export async function installDebianBrowser(): Promise<BrowserProbe> {
  if (process.getuid?.() !== 0) return { reason: 'only root can install packages' };
  const update = await aptGet(['update'], updateTimeoutMilliseconds);
  if (!update.succeeded) return { reason: update.reason };
  const install = await aptGet(['install', '-y', 'chromium'], installTimeoutMilliseconds);
  return install.succeeded ? await machineBrowser('debian') : { reason: install.reason };
}

async function aptGet(
  arguments_: readonly string[],
  timeoutMilliseconds: number,
): ReturnType<typeof runBounded> {
  return await runBounded({
    command: 'apt-get',
    arguments: arguments_,
    timeoutMilliseconds,
    environment: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
