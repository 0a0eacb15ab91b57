import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const keptLines = 20;
const killAfterMilliseconds = 5_000;

/** A program to run to its end, and for how long at most. */
export interface BoundedCommand {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly timeoutMilliseconds: number;
  readonly directory?: string;
  /** Added to this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a program ended; the reason of a failure is one line. */
export type CommandResult =
  | { readonly succeeded: true; readonly output: string }
  | { readonly succeeded: false; readonly reason: string };

/** Runs a program, never longer than its bound; failing is a result, not an error, because the next way is tried then. */
export async function runBounded(options: BoundedCommand): Promise<CommandResult> {
  const { command, timeoutMilliseconds } = options;
  const child = spawn(command, options.arguments, {
    cwd: options.directory,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const complaints: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => keep(output, line));
  createInterface({ input: child.stderr }).on('line', (line) => keep(complaints, line));

  return await new Promise((resolve) => {
    let timedOut = false;
    const terminate = setTimeout(() => {
      timedOut = true;
      child.kill('SIGTERM');
    }, timeoutMilliseconds);
    const kill = setTimeout(() => {
      child.kill('SIGKILL');
      // What it started may still hold its pipes.
      child.stdout.destroy();
      child.stderr.destroy();
    }, timeoutMilliseconds + killAfterMilliseconds);
    const finish = (result: CommandResult): void => {
      clearTimeout(terminate);
      clearTimeout(kill);
      resolve(result);
    };
    child.once('error', (error) => finish({ succeeded: false, reason: error.message }));
    child.once('close', (code, signal) => {
      if (code === 0) return finish({ succeeded: true, output: output.join('\n') });
      const ended = timedOut
        ? `${command} took longer than ${timeoutMilliseconds / 1000} seconds`
        : `${command} ended with ${signal ?? code}`;
      return finish({ succeeded: false, reason: [ended, reasonIn(complaints, output)].join(': ') });
    });
  });
}

function keep(lines: string[], line: string): void {
  if (line.trim() === '') return;
  lines.push(line.trim());
  if (lines.length > keptLines) lines.shift();
}

function reasonIn(complaints: readonly string[], output: readonly string[]): string {
  const lines = complaints.length > 0 ? complaints : output;
  const telling = lines.find((line) => /error|cannot|could not|unable|^E:/i.test(line));
  return telling ?? lines.at(-1) ?? 'it said nothing';
}
