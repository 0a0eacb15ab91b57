import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { EnvironmentError } from './environment-error.ts';

const startDeadlineMilliseconds = 30_000;
const stopDeadlineMilliseconds = 5_000;
const keptStderrLines = 200;
const quotedStderrLines = 20;

/** What to start with Node, and what it says when it is ready. */
export interface ChildProcessOptions<Ready> {
  /** Names the process in errors, as in "the clinic". */
  readonly name: string;
  readonly script: string;
  readonly arguments: readonly string[];
  /** The one JSON line that the process prints on stdout when it is ready. */
  readonly readySchema: z.ZodType<Ready>;
  readonly startDeadlineMilliseconds?: number;
  /** Added to this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Also gets everything that the process writes to stderr, appended. */
  readonly logFile?: string;
}

/** How a process ended: a code, or the signal that ended it. */
export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A Node process of ours that is ready, and that exits when its stdin closes: so also when this process is killed. */
export interface ChildProcess<Ready> {
  readonly pid: number;
  readonly ready: Ready;
  /** Resolves once the process has ended, for whatever reason. */
  readonly exited: Promise<ChildExit>;
  /** The last lines of its stderr, at most 200. */
  stderrLines(): readonly string[];
  /** SIGTERM, and SIGKILL after five seconds; resolves when it has ended. */
  stop(): Promise<void>;
  /** SIGKILL at once; resolves when it has ended. */
  kill(): Promise<void>;
}

/** Starts a script with this Node and waits for its ready line. */
export async function startChildProcess<Ready>(
  options: ChildProcessOptions<Ready>,
): Promise<ChildProcess<Ready>> {
  const { name, script, readySchema } = options;
  const deadlineMilliseconds = options.startDeadlineMilliseconds ?? startDeadlineMilliseconds;
  const child = spawn(process.execPath, [script, ...options.arguments], {
    // A group of its own: Ctrl-C reaches the run alone, which then stops its processes in order.
    detached: true,
    env: { ...process.env, ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = new Promise<ChildExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const stderrLines = keepLastLines(child.stderr, options.logFile);
  child.stdin.on('error', () => {
    // The process has ended: its exit says so.
  });

  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMilliseconds);
    await exited;
    clearTimeout(impatience);
  };

  const firstLine = new Promise<string>((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(deadline);
      const quoted = stderrLines.slice(-quotedStderrLines);
      const said = quoted.length === 0 ? 'It wrote nothing to stderr.' : 'Its last lines were:';
      reject(
        new EnvironmentError(
          'child-process-failed',
          [`${name} ${reason} (node ${script}). ${said}`, ...quoted].join('\n'),
        ),
      );
    };
    const deadline = setTimeout(
      () => fail(`was not ready within ${deadlineMilliseconds / 1000} seconds`),
      deadlineMilliseconds,
    );
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(deadline);
      resolve(line);
    });
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    // Not at the exit: what it wrote last is complete only when its pipes have closed.
    child.once('close', (code, signal) => fail(`ended with ${signal ?? code} before it was ready`));
  });

  try {
    const ready = readySchema.parse(parseReadyLine(name, await firstLine));
    if (child.pid === undefined)
      throw new EnvironmentError('child-process-failed', `${name} has no process id.`);
    return { pid: child.pid, ready, exited, stderrLines: () => [...stderrLines], stop, kill };
  } catch (error) {
    if (child.pid !== undefined) await kill();
    throw error;
  }
}

function parseReadyLine(name: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new EnvironmentError(
      'child-process-failed',
      `${name} should first print one line of JSON that says that it is ready, but printed: ${line}`,
      { cause },
    );
  }
}

function keepLastLines(stderr: NodeJS.ReadableStream, logFile: string | undefined): string[] {
  const lines: string[] = [];
  createInterface({ input: stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > keptStderrLines) lines.shift();
  });
  if (logFile !== undefined) stderr.pipe(createWriteStream(logFile, { flags: 'a' }));
  return lines;
}
