import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** What a process is to a gate. */
export type Role = keyof typeof commands;

/** A process of one run. */
export interface RunProcess {
  readonly pid: number;
  readonly command: string;
}

const commands = {
  bootstrap: /bootstrap\.mjs gate/u,
  'command line': /src\/cli\/main\.ts gate/u,
  'scenario runner': /@playwright\/test\/cli\.js test/u,
  worker: /workerProcessEntry/u,
  clinic: /clinic\/main\.ts/u,
  mocks: /mocks\/main\.ts/u,
  postmaster: /\/bin\/postgres -D /u,
  'database backend': /^postgres: postgres in_confidence_\w+_clinic_/u,
  // Debian starts its browsers by a shell, which waits for them: its death is nobody's loss.
  browser: /^(?!\/bin\/sh )(?!.*--type=).*--remote-debugging-pipe/u,
} as const;

interface Entry extends RunProcess {
  readonly parent: number;
  readonly belongs: boolean;
}

/**
 * The living processes of a run, found from outside: by the run's name in their environment, by the temporary folder
 * that was given to it, and by being children of those. Needs Linux’s /proc.
 */
export function processesOfRun(run: string, temporary: string): RunProcess[] {
  const entries = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => entryOf(Number(name), run, temporary));
  const found = new Map(entries.filter(({ belongs }) => belongs).map((one) => [one.pid, one]));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const entry of entries) if (found.has(entry.parent)) found.set(entry.pid, entry);
  }
  return [...found.values()];
}

/** Those of them that have a role. */
export function inRole(processes: readonly RunProcess[], role: Role): RunProcess[] {
  return processes.filter(({ command }) => commands[role].test(command));
}

function entryOf(pid: number, run: string, temporary: string): Entry[] {
  try {
    const [, state, parent] = /\) (\S) (\d+)/u.exec(read(pid, 'stat')) ?? [];
    // One that has ended and that nobody has asked about yet is not running.
    if (state === 'Z' || state === 'X') return [];
    const command = read(pid, 'cmdline').replaceAll('\0', ' ').trim();
    const isNamed = `\0${read(pid, 'environ')}`.includes(`\0IN_CONFIDENCE_RUN=${run}\0`);
    const belongs =
      isNamed || command.includes(temporary) || workingDirectory(pid).startsWith(temporary);
    return [{ pid, parent: Number(parent), command, belongs }];
  } catch {
    // It has ended between the list and the look.
    return [];
  }
}

function read(pid: number, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8');
}

function workingDirectory(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
