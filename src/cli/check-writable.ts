import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../configuration/usage-error.ts';
import { fileProblem } from './file-problem.ts';

/** Makes a folder if need be and writes in it, since permissions alone do not tell. Throws a UsageError when that fails. */
export async function checkWritable(folder: string): Promise<void> {
  const attempt = join(folder, `.writable.${process.pid}`);
  try {
    // The recursive one does not tell why it failed, the plain one does.
    await mkdir(folder, { recursive: true }).catch(() => mkdir(folder));
    await writeFile(attempt, 'written to find out whether one can');
    await rm(attempt);
  } catch (error) {
    const problem =
      fileProblem(error) ??
      'A folder on the way is not there and cannot be made. Name another folder with --out.';
    throw new UsageError(`The run cannot be written to ${folder}. ${problem}`);
  }
}
