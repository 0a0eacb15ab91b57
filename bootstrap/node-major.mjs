import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The oldest major version of Node that the command line runs on. */
export const leastNodeMajor = 24;

/** The major version of a Node, 0 if it is not there or does not run. */
export function nodeMajor(executable) {
  if (!existsSync(executable)) return 0;
  const { status, stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' });
  return status === 0 ? Number(/^v(\d+)/.exec(stdout)?.[1] ?? 0) : 0;
}
