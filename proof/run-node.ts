import { execFile } from 'node:child_process';
import { endWhenInterrupted } from './interruption.ts';

/** How a process ended and what it printed. */
export interface EndedProcess {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs Node in a process of its own, to its end or to the proof's interruption. */
export async function runNode(
  words: readonly string[],
  { cwd, environment }: { readonly cwd: string; readonly environment?: NodeJS.ProcessEnv },
): Promise<EndedProcess> {
  return await new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      words,
      { cwd, env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) =>
        resolve({
          exitCode: error === null ? 0 : Number(error.code ?? 1),
          output: stdout + stderr,
        }),
    );
    endWhenInterrupted(child);
  });
}
