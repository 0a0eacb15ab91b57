import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { BootstrapError, endBroken } from './bootstrap-error.mjs';

/** The one command that asks somebody at the terminal, and so has to have it. */
const asking = 'init';

/** Runs the command line with a Node, hands signals on, and ends as it ends. */
export function runCommandLine(node, script, environment) {
  const parameters = process.argv.slice(2);
  // The pipe tells it when we are gone, even by SIGKILL.
  const input = parameters[0] === asking ? 'inherit' : 'pipe';
  const child = spawn(node, [script, ...parameters], {
    stdio: [input, 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...environment,
      ...(input === 'pipe' ? { IN_CONFIDENCE_PARENT: 'pipe' } : {}),
    },
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {
    // A terminal interrupts the child by itself.
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  child.once('error', (error) =>
    endBroken(new BootstrapError(`${node} cannot be started: ${error.message}.`)),
  );
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}
