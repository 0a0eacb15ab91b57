import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { packageRoot } from '../environment/package-root.ts';

/** What is read at run time and no compiler makes: pages, schemas, what browsers run, and the record of the proof. */
const copied = [
  'clinic/schema/*.sql',
  'clinic/web/pages/**',
  'clinic/web/assets/**/*.{js,css,svg}',
  'clinic/faults/browser/*.js',
  'proof/record.json',
];

/** Builds `dist`, which holds the same files at the same places as the repository, compiled. */
function build(root: string): void {
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const compiler = join(root, 'node_modules', '.bin', 'tsc');
  const compiled = spawnSync(compiler, ['--project', join(root, 'tsconfig.build.json')], {
    stdio: ['ignore', 2, 2],
  });
  if (compiled.status !== 0)
    throw new Error('The sources do not compile. The lines above say where; run npm run check.');
  for (const folder of ['clinic', 'proof/record.json'])
    cpSync(join(root, folder), join(dist, folder), {
      recursive: true,
      filter: (path) => isCopied(path.slice(root.length + 1)),
    });
}

/** Folders are entered; of files, only those that are named. */
function isCopied(path: string): boolean {
  return !/\.[a-z]+$/u.test(path) || copied.some((pattern) => matchesGlob(path, pattern));
}

build(packageRoot());
