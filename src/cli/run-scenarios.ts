import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { asEnvironment } from '../configuration/settings.ts';
import type { Settings } from '../configuration/settings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How the scenarios ended. Playwright's own exit code is no verdict and is not used as one. */
export interface EndedScenarios {
  /** The signal that interrupted them, if any. */
  readonly signal: NodeJS.Signals | undefined;
  /** What ended Playwright before its time, a signal or an exit code that is none of a finished run's. */
  readonly diedOf: string | undefined;
}

/** Exit codes of a Playwright that came to its end: all tests succeeded, or not. */
const endsOfPlaywright: readonly (number | null)[] = [0, 1];

/** Runs the scenario suites with Playwright Test and further options of its own, to its end or to the first signal. */
export async function runScenarios(
  settings: Settings,
  options: readonly string[] = [],
): Promise<EndedScenarios> {
  const command = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const child = spawn(process.execPath, [command, 'test', '--config', root, ...options], {
    env: { ...process.env, ...asEnvironment(settings), IN_CONFIDENCE_GATE: 'yes' },
    // The pipe tells it when we are gone.
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  let signal: NodeJS.Signals | undefined;
  const pass = (received: NodeJS.Signals) => {
    signal ??= received;
    // Playwright ends what it started on an interrupt; it ignores other signals' manners.
    child.kill('SIGINT');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const one of signals) process.on(one, pass);
  const [code, killedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  for (const one of signals) process.off(one, pass);
  const diedOf = endsOfPlaywright.includes(code) ? undefined : (killedBy ?? `exit code ${code}`);
  return { signal, diedOf };
}
