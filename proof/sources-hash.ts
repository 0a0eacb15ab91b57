import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What says nothing about how the gate judges: prose, pictures, and the record of the proof itself. */
const leftOut = /\.(?:md|png)$|^proof\/record\.json$|^LICENSE$/u;

/**
 * SHA-256, in hexadecimal, over the names and contents of the checkout's sources, committed or not: what was proven of
 * them holds for no others. Throws outside a Git checkout.
 */
export function hashOfSources(root: string): string {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const hash = createHash('sha256');
  const names = [...new Set(listed.split('\0'))].filter((name) => name !== '');
  for (const name of names.toSorted()) {
    if (leftOut.test(name) || !existsSync(join(root, name))) continue;
    const content = createHash('sha256').update(readFileSync(join(root, name)));
    hash.update(`${name}\0${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}
