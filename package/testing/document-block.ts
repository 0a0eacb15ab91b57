import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../environment/package-root.ts';

/** The block of a document that says on its first line which file it is, as it stands there. */
export function documentBlock(document: string, file: string): string {
  const text = readFileSync(join(packageRoot(), document), 'utf8');
  const begin = text.indexOf(`// ${file}\n`);
  if (begin < 0) throw new Error(`No block of ${document} is the file ${file}.`);
  return text.slice(begin, text.indexOf('\n```', begin) + 1);
}
