import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../package-root.ts';

/** A gate of the profile `smoke` whose database is a container; it ends with this process. */
export interface GateOnContainer {
  /** Resolves in mid-run, when a first batch has been acted out; rejects if the gate ends before that. */
  readonly inMidRun: Promise<void>;
  readonly exitCode: Promise<number | null>;
  /** SIGKILL. */
  kill(victim: 'first process' | 'all processes'): void;
}

/** Starts the gate as a user does, from its command line, and shows what it says. */
export function startGateOnContainer(run: string, out: string): GateOnContainer {
  const commandLine = join(packageRoot(), 'src', 'cli', 'main.ts');
  const gate = spawn(process.execPath, [commandLine, 'gate', '--profile', 'smoke', '--out', out], {
    cwd: packageRoot(),
    // A group of its own, so that all of it can be killed at once.
    detached: true,
    env: {
      ...process.env,
      IN_CONFIDENCE_DATABASE: 'container',
      IN_CONFIDENCE_RUN: run,
      IN_CONFIDENCE_PARENT: 'pipe',
      CI: 'true',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exitCode = once(gate, 'exit').then(([code]) => code as number | null);
  const inMidRun = new Promise<void>((resolve, reject) => {
    createInterface({ input: gate.stdout }).on('line', (line) => {
      console.log(`  ${line}`);
      if (/^\d+\/\d+ batches/.test(line)) resolve();
    });
    void exitCode.then((code) =>
      reject(new Error(`The gate ended with ${code} in its first batch.`)),
    );
  });
  // Not everybody waits for it.
  inMidRun.catch(() => {});
  const kill: GateOnContainer['kill'] = (victim) => {
    if (victim === 'first process') gate.kill('SIGKILL');
    else if (gate.pid !== undefined) process.kill(-gate.pid, 'SIGKILL');
  };
  return { inMidRun, exitCode, kill };
}
