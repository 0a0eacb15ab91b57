import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';
import { projectRoot } from './project-root.ts';

/** In each package manager's name for it; npm's record of what it installed stands in where there is none. */
const names = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  join('node_modules', '.package-lock.json'),
];

/** The file that fixes the versions of all packages; the package's own manifest, which fixes its own, where there is none. */
export function lockFile(
  project: string = projectRoot(),
  manifest = join(packageRoot(), 'package.json'),
): string {
  return names.map((name) => join(project, name)).find((path) => existsSync(path)) ?? manifest;
}
