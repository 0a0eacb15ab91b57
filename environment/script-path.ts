import { fileURLToPath } from 'node:url';

/** The file of a script beside a module, named without its extension: `.ts` in the repository, `.js` in the built package. */
export function scriptPath(relativePath: string, moduleUrl: string): string {
  const extension = moduleUrl.endsWith('.ts') ? '.ts' : '.js';
  return fileURLToPath(new URL(`${relativePath}${extension}`, moduleUrl));
}
