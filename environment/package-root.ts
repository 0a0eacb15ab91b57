import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** The directory of this package's package.json, whether a module runs from source or from the built package. */
export function packageRoot(): string {
  let directory = import.meta.dirname;
  while (!existsSync(`${directory}/package.json`)) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`No package.json above ${import.meta.dirname}.`);
    directory = parent;
  }
  return directory;
}
