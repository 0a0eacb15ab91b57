import { sep } from 'node:path';
import { packageRoot } from './package-root.ts';

/** The directory of the project that installed the package; of this repository, where nobody did. */
export function projectRoot(root: string = packageRoot()): string {
  return root.split(`${sep}node_modules${sep}`)[0] ?? root;
}
