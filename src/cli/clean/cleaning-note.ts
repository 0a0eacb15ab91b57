import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { counted } from '../../../reports/counted.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { runFolder } from '../../history/run-folder.ts';
import { writeJson } from '../../history/write-json.ts';

const count = z.int().min(0);

/** `cleaned.json`: that a run was cleaned up after, when, and how far. */
const cleaningNoteSchema = z.strictObject({
  format: z.literal(1),
  run: z.string(),
  /** Wall clock, UTC. */
  cleanedAt: z.iso.datetime(),
  /** Patients whose things were deleted, who had no account, and of whom something may be left. */
  patients: z.strictObject({ done: count, absent: count, open: count }),
});

export type CleaningNote = z.infer<typeof cleaningNoteSchema>;

/** Notes in a run's folder that it was cleaned up after. */
export async function writeCleaningNote(
  folder: string,
  note: Omit<CleaningNote, 'format'>,
): Promise<void> {
  await writeJson(runFolder.cleaned(folder), cleaningNoteSchema.parse({ format: 1, ...note }));
}

/** What was noted when a run was cleaned up after; undefined where it was not. Throws a UsageError where it is damaged. */
export function readCleaningNote(folder: string): CleaningNote | undefined {
  const path = runFolder.cleaned(folder);
  if (!existsSync(path)) return undefined;
  try {
    return cleaningNoteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new UsageError(`${path} is no note of a clean-up. Remove it and run the command again.`);
  }
}

/** What a clean-up came to, in a sentence. */
export function cleaningSentence({ done, absent, open }: CleaningNote['patients']): string {
  return `Cleaned up after ${counted(done, 'patient')}; ${absent} had no account, ${open} could not be cleaned up after.`;
}
