import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Waits for the end of its stdin, which also comes when the other side is killed, and removes the directory. A few
 * times, because those who wrote there may be just ending.
 */
const guardScript = `
trap '' HUP INT TERM PIPE
cat >/dev/null
for _ in 1 2 3 4 5 6 7 8 9 10; do
  rm -rf "$1" 2>/dev/null && break
  sleep 1
done
`;

/** A directory for what a run's processes put down while they run. */
export interface ScratchDirectory {
  readonly path: string;
  /** Resolves when it is gone with all that is in it. */
  remove(): Promise<void>;
}

/** Makes a new directory in the machine's temporary one, which goes with this process, even if that is killed. */
export function makeScratchDirectory(): ScratchDirectory {
  const path = mkdtempSync(join(tmpdir(), 'in-confidence-scratch-'));
  const guard = spawn('/bin/sh', ['-c', guardScript, 'sh', path], {
    cwd: '/',
    // A group of its own: it has to outlive whatever ends the run.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const exited = once(guard, 'exit');
  return {
    path,
    async remove() {
      guard.stdin.end();
      await exited;
    },
  };
}
