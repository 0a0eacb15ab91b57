import { readdir } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { defaultSeams } from '../seams.ts';
import { faultSchema } from './fault.ts';
import type { Fault } from './fault.ts';

/** The files of this folder that are not faults themselves. */
const machinery = ['fault', 'list', 'load-fault'];
/** `.ts` in the repository, `.js` in the built package. */
const extension = extname(import.meta.filename);

/** The ids of the catalogue, in alphabetical order. */
export async function faultIds(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  return files
    .filter((name) => name.endsWith(extension) && !/\.(?:test|d)\.ts$/u.test(name))
    .map((name) => basename(name, extension))
    .filter((name) => !machinery.includes(name))
    .sort();
}

/** Loads a fault by its id in the catalogue or, when it contains a slash or a dot, by the path of its file. */
export async function loadFault(idOrPath: string): Promise<Fault> {
  const isPath = /[/\\.]/u.test(idOrPath);
  if (!isPath && !(await faultIds()).includes(idOrPath)) {
    throw new Error(
      `There is no fault called “${idOrPath}”. The catalogue has: ${(await faultIds()).join(', ')}.`,
    );
  }
  const path = isPath ? resolve(idOrPath) : resolve(import.meta.dirname, `${idOrPath}${extension}`);
  const loaded: unknown = await import(pathToFileURL(path).href);
  const parsed = z.object({ default: faultSchema }).safeParse(loaded);
  if (!parsed.success) {
    throw new Error(`${path} is not a fault. ${z.prettifyError(parsed.error)}`);
  }
  const fault = parsed.data.default;
  if (!(fault.seam in defaultSeams)) {
    throw new Error(
      `${path} names the seam “${fault.seam}”. The clinic has: ${Object.keys(defaultSeams).join(', ')}.`,
    );
  }
  if (!isPath && fault.id !== idOrPath) {
    throw new Error(`${path} calls itself “${fault.id}”. A fault has the name of its file.`);
  }
  return fault;
}
