import { execFileSync } from 'node:child_process';

/** The hash of the commit that is checked out. Throws outside a Git checkout. */
export function commitOf(root: string): string {
  return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
}
