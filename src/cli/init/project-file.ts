import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What became of a file that was to be written. */
export type Written = 'written' | 'kept' | 'completed';

/** Writes a file of a project unless it is there: what somebody has written is never overwritten. */
export async function writeOnce(project: string, name: string, text: string): Promise<Written> {
  const path = join(project, name);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return 'written';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'kept';
    throw error;
  }
}

/** Adds the lines that a file of a project does not have yet at its end. */
export async function addLines(
  project: string,
  name: string,
  lines: readonly string[],
): Promise<Written> {
  const path = join(project, name);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const present = new Set((text ?? '').split(/\r?\n/u).map((line) => line.trim()));
  const missing = lines.filter((line) => !present.has(line));
  if (missing.length === 0) return 'kept';
  const begin = text === undefined || text === '' || text.endsWith('\n') ? '' : '\n';
  await writeFile(path, `${text ?? ''}${begin}${missing.join('\n')}\n`);
  return text === undefined ? 'written' : 'completed';
}
