import { watch } from 'node:fs';
import { setInterval } from 'node:timers/promises';
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

/**
 * Does something at the first look, from the moment on, at which it can be done, and resolves with what came of it; with
 * undefined when the gate had ended before. It is done within that look, since the gate does not wait.
 */
export async function doneAt<T>(
  gate: WatchedGate,
  moment: Moment,
  deed: () => T | undefined,
): Promise<T | undefined> {
  const hasCome = moment.sign(gate);
  const noticed: string[] = [];
  const over = new AbortController();
  let came = false;
  let done: T | undefined;
  const look = () => {
    if (done !== undefined) return;
    came ||= hasCome(noticed);
    if (!came) return;
    done = deed();
    if (done !== undefined) over.abort();
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
  if (done === undefined) await ended;
  return done;
}
