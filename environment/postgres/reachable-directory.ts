import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../environment-error.ts';
import type { ServiceAccount } from './service-account.ts';

/** Makes a new directory that belongs to the account and that it can reach, which a home directory of mode 0700 prevents. */
export function makeReachableDirectory(prefix: string, account: ServiceAccount): string {
  const tried: string[] = [];
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const directory = tryDirectory(join(parent, prefix), account);
    if (directory !== null) return directory;
    tried.push(parent);
  }
  throw new EnvironmentError(
    'database-unavailable',
    `No directory for PostgreSQL's data: none of ${tried.join(', ')} can be written here and reached by the user it runs as. Set TMPDIR to one that can.`,
  );
}

function tryDirectory(prefix: string, account: ServiceAccount): string | null {
  let directory: string;
  try {
    directory = mkdtempSync(prefix);
  } catch {
    return null;
  }
  if (account.uid !== undefined) chownSync(directory, account.uid, account.gid);
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1" && : > probe && rm probe', 'sh', directory], {
    cwd: '/',
    ...account,
  });
  if (probe.status === 0) return directory;
  rmSync(directory, { recursive: true, force: true });
  return null;
}
