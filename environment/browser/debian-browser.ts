import { runBounded } from './bounded-command.ts';
import { machineBrowser } from './machine-browser.ts';
import type { BrowserProbe } from './probe-browser.ts';

const updateTimeoutMilliseconds = 3 * 60_000;
const installTimeoutMilliseconds = 10 * 60_000;

/** Older releases have the whole browser alone. */
const packages = ['chromium-headless-shell', 'chromium'];

/** Installs Debian's package of Chromium, the shell if there is one: only as root, because nothing here asks for a password. */
export async function installDebianBrowser(): Promise<BrowserProbe> {
  if (process.getuid?.() !== 0) return { reason: 'only root can install packages' };
  const update = await aptGet(['update'], updateTimeoutMilliseconds);
  if (!update.succeeded) return { reason: update.reason };
  let reason = '';
  for (const name of packages) {
    const install = await aptGet(['install', '-y', name], installTimeoutMilliseconds);
    if (install.succeeded) return await machineBrowser('debian');
    ({ reason } = install);
  }
  return { reason };
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
