import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';

/**
 * Runs npm in a directory, with the machine's own Node where `leftOut` names the folder of another: one that npm is to
 * install may be replaced under its feet. Throws a BootstrapError when npm fails.
 */
export function runNpm(parameters, directory, leftOut) {
  const searchPath = (process.env.PATH ?? '').split(delimiter).filter((path) => path !== leftOut);
  const result = spawnSync('npm', parameters, {
    cwd: directory,
    env: { ...process.env, PATH: searchPath.join(delimiter) },
    stdio: ['ignore', 2, 2],
  });
  if (result.status === 0) return;
  const reason = result.error?.message ?? `it ended with ${result.signal ?? result.status}`;
  throw new BootstrapError(
    `"npm ${parameters.join(' ')}" failed: ${reason}. Its messages above say why; correct that and start again.`,
  );
}
