import { existsSync, readdirSync, watch } from 'node:fs';
import { setInterval } from 'node:timers/promises';
import { runFolder } from '../../src/history/run-folder.ts';
import { processesOfRun } from './processes-of-run.ts';
import type { WatchedGate } from './watched-gate.ts';

/** A moment in the life of a gate, told by what can be seen of it from outside. */
export interface Moment {
  readonly words: string;
  /** Makes the test for one gate: whether the moment has come, asked again whenever something stirs. */
  readonly sign: (gate: WatchedGate) => (noticed: readonly string[]) => boolean;
}

/** How often the processes and the histories are looked at, in ms; the run's own files tell when they change. */
const lookEveryMs = 10;

/** Once so many processes of the run have been seen. */
export function processesSeen(count: number): Moment {
  return {
    words: `when ${count} processes of it had been seen`,
    sign: ({ run, temporary }) => {
      const seen = new Set<number>();
      return () => {
        for (const { pid } of processesOfRun(run, temporary)) seen.add(pid);
        return seen.size >= count;
      };
    },
  };
}

/** Once the histories hold so many entries. */
export function entriesWritten(count: number): Moment {
  return {
    words: `after ${count} entries of the histories`,
    sign:
      ({ progress }) =>
      () =>
        progress.entries() >= count,
  };
}

/** Once one history holds so many entries. */
export function entriesWrittenIn(history: string, count: number, words: string): Moment {
  return {
    words,
    sign:
      ({ progress }) =>
      () =>
        progress.entriesOf(history) >= count,
  };
}

/** Once so many files of the run's folder have been written under such a name, as the folder itself tells. */
export function filesNoticed(file: RegExp, words: string, count = 1): Moment {
  return {
    words,
    sign: () => (noticed) => new Set(noticed.filter((name) => file.test(name))).size >= count,
  };
}

/** Once the report holds so many files. */
export function reportFiles(count: number): Moment {
  return {
    words: `when ${count} files of the report were there`,
    sign:
      ({ folder }) =>
      () =>
        existsSync(runFolder.report(folder)) &&
        readdirSync(runFolder.report(folder)).length >= count,
  };
}

/** Resolves when the moment has come, with true, or when the gate has ended without it, with false. */
export async function momentOf(gate: WatchedGate, moment: Moment): Promise<boolean> {
  const hasCome = moment.sign(gate);
  const noticed: string[] = [];
  const over = new AbortController();
  let came = false;
  const look = () => {
    if (came || !hasCome(noticed)) return;
    came = true;
    over.abort();
  };
  const watcher = watch(gate.folder, (_event, name) => {
    if (name !== null) noticed.push(name);
    look();
  });
  const ended = gate.ended.then(() => over.abort());
  try {
    for await (const _ of setInterval(lookEveryMs, undefined, { signal: over.signal })) look();
  } catch (error) {
    if (!over.signal.aborted) throw error;
  } finally {
    watcher.close();
  }
  if (!came) await ended;
  return came;
}
