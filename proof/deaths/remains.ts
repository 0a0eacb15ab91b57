import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setInterval } from 'node:timers/promises';
import { historyEntrySchema } from '../../src/history/history.ts';
import { runFolder } from '../../src/history/run-folder.ts';
import type { RunVerdicts } from '../../src/judge/run-verdicts.ts';
import { runVerdictsSchema } from '../../src/judge/run-verdicts.ts';
import { processesOfRun } from './processes-of-run.ts';
import type { WatchedGate } from './watched-gate.ts';

/** How long processes may take to end after the gate has, in ms: an orderly end is given ten seconds, on a busy machine. */
const boundMs = 60_000;

/** What a gate left, read as a stranger would, and the objections to it. */
export interface Remains {
  readonly verdicts: RunVerdicts | undefined;
  readonly words: string;
  readonly objections: readonly string[];
}

/** Waits until nothing of the gate runs any more, then reads all that it left and removes its temporary folder. */
export async function remainsOf(gate: WatchedGate): Promise<Remains> {
  const leftRunning = await waitForTheLast(gate);
  const leftLying = readdirSync(gate.temporary);
  rmSync(gate.temporary, { recursive: true, force: true });
  const verdicts = readVerdicts(gate);
  const histories = readHistories(gate);
  const said = 'verdict' in verdicts ? verdicts.verdict.verdict : undefined;
  return {
    verdicts: 'verdict' in verdicts ? verdicts.verdict : undefined,
    words: `${said === undefined ? 'no verdict' : `verdict ${said}`}, ${histories.entries} entries of ${histories.files} histories readable`,
    objections: [
      ...leftRunning.map((one) => `still running ${boundMs / 1000} s later: ${one}`),
      ...leftLying.map((name) => `left in the temporary folder: ${name}`),
      ...('objection' in verdicts ? [verdicts.objection] : []),
      ...histories.objections,
    ],
  };
}

async function waitForTheLast({ run, temporary }: WatchedGate): Promise<string[]> {
  const bound = AbortSignal.timeout(boundMs);
  try {
    for await (const _ of setInterval(50, undefined, { signal: bound }))
      if (processesOfRun(run, temporary).length === 0) return [];
  } catch (error) {
    if (!bound.aborted) throw error;
  }
  return processesOfRun(run, temporary).map(({ pid, command }) => {
    process.kill(pid, 'SIGKILL');
    return command.slice(0, 200);
  });
}

function readVerdicts({
  folder,
}: WatchedGate): { verdict: RunVerdicts } | { objection: string } | { absent: true } {
  let text: string;
  try {
    text = readFileSync(runFolder.verdicts(folder), 'utf8');
  } catch {
    return { absent: true };
  }
  try {
    return { verdict: runVerdictsSchema.parse(JSON.parse(text)) };
  } catch (error) {
    return { objection: `verdicts.json is there and not whole: ${String(error).slice(0, 200)}` };
  }
}

function readHistories({ folder }: WatchedGate) {
  const found = { files: 0, entries: 0, objections: [] as string[] };
  for (const file of historyFiles(runFolder.histories(folder))) {
    found.files += 1;
    const lines = readFileSync(file, 'utf8').split('\n');
    // What stands after the last line feed was being written.
    for (const [index, line] of lines.slice(0, -1).entries()) {
      if (isEntry(line)) found.entries += 1;
      else
        found.objections.push(`${relative(folder, file)}, line ${index + 1}, is no history entry`);
    }
  }
  return found;
}

function historyFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name));
  } catch {
    return [];
  }
}

function isEntry(line: string): boolean {
  try {
    return historyEntrySchema.safeParse(JSON.parse(line)).success;
  } catch {
    return false;
  }
}
