import { readFileSync } from 'node:fs';
import type { Seams } from '../../seams.ts';

/** The product with one of its browser modules replaced by a file of this folder. */
export function replaceModule(seams: Seams, name: string, file: string): Seams {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  return {
    ...seams,
    browserModules: () => {
      const modules = seams.browserModules();
      if (!modules.has(name)) throw new Error(`There is no browser module called ${name}.`);
      return new Map([...modules, [name, source]]);
    },
  };
}
