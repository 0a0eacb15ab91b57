import { rename, writeFile } from 'node:fs/promises';

/** Writes a JSON file whole or not at all: a reader sees the old file or the new one, never half of it. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, `${JSON.stringify(value, undefined, 2)}\n`);
  await rename(partial, path);
}
