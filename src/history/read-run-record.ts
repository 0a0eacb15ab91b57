import { readFile } from 'node:fs/promises';
import type { RunRecord } from './run-record.ts';
import { runRecordSchema } from './run-record.ts';
import { runFolder } from './run-folder.ts';

/** A folder that holds no run, or one that cannot be read. */
export class NotARunError extends Error {
  override readonly name = 'NotARunError';
}

/** Reads `run.json`. Throws a NotARunError that says what is wrong. */
export async function readRunRecord(folder: string): Promise<RunRecord> {
  const path = runFolder.record(folder);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new NotARunError(
      `${folder} holds no run: ${path} cannot be read. Name the folder of a run.`,
    );
  }
  try {
    return runRecordSchema.parse(JSON.parse(text));
  } catch {
    throw new NotARunError(
      `${path} is not a run record: it was cut or edited. Run the gate again.`,
    );
  }
}
