import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A directory in the machine's temporary one that others may read but only this user may write, for programs that are unpacked once. */
export function privateDirectory(parents = [tmpdir(), '/tmp', '/var/tmp']): string {
  const { uid } = userInfo();
  for (const parent of parents) {
    const directory = join(parent, `in-confidence-${uid}`);
    try {
      mkdirSync(directory, { mode: 0o755, recursive: false });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) continue;
    }
    // Somebody else could have made it first, with programs of theirs inside.
    const found = lstatSync(directory);
    if (found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0) return directory;
  }
  return mkdtempSync(join(tmpdir(), 'in-confidence-'));
}
