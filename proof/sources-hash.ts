import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from './source-files.ts';

/** What says nothing about how the gate judges: prose, pictures, and the record of the proof itself. */
const leftOut = /\.(?:md|png)$|^proof\/record\.json$|^LICENSE$/u;

/**
 * SHA-256, in hexadecimal, over the names and contents of the checkout's sources, committed or not: what was proven of
 * them holds for no others.
 */
export function hashOfSources(root: string): string {
  const hash = createHash('sha256');
  for (const name of sourceFiles(root)) {
    if (leftOut.test(name)) continue;
    const content = createHash('sha256').update(readFileSync(join(root, name)));
    hash.update(`${name}\0${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}
