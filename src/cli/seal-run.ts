import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readRunRecord } from '../history/read-run-record.ts';
import { runFolder } from '../history/run-folder.ts';
import { writeJson } from '../history/write-json.ts';
import { sha256Of } from './judge-stored-run.ts';

/** Writes the hash of each history into the run record once acting has ended, so that a later change shows. */
export async function sealRun(folder: string): Promise<void> {
  const record = await readRunRecord(folder);
  const histories = runFolder.histories(folder);
  const files = await readdir(histories, { recursive: true, withFileTypes: true }).catch(() => []);
  const sealed: Record<string, string> = {};
  for (const path of files
    .filter((file) => file.isFile() && file.name.endsWith('.jsonl'))
    .map((file) => join(file.parentPath, file.name))
    .toSorted())
    sealed[relative(histories, path).split(sep).join('/')] = await sha256Of(path);
  const ended = { ...record, endedAt: new Date().toISOString(), histories: sealed };
  await writeJson(runFolder.record(folder), ended);
}
