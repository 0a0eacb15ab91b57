import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Signs the marks of recordings that may be kept and read again by a later bench: it protects nothing. */
export const key = createHash('sha256').update('marks of the bench').digest();
export const run = 'bench';

const takeSchema = z.object({
  take: z.int(),
  /** When it was held up, in ms from the start of the recording, by the bench's clock. */
  fromMs: z.number(),
  toMs: z.number(),
});
const recordingSchema = z.object({
  patient: z.int(),
  takes: z.array(takeSchema).min(1),
  /** Mean load of the machine in the minute before the call ended. */
  load: z.number(),
});

/** A stretch in which one take was held up. */
export type PerformedTake = z.infer<typeof takeSchema>;

/** Who was in a recorded call, and what they held up when. */
export type Performed = z.infer<typeof recordingSchema>;

/** A recorded call, as the clinician's page made it, and what is in it. */
export interface Recording extends Performed {
  readonly bytes: Uint8Array;
}

/** Keeps the recordings of one kind of line in a folder, and gives back those that are there. */
export class RecordingFolder {
  readonly #folder: string;
  readonly #kind: string;

  constructor(folder: string, kind: string) {
    this.#folder = folder;
    this.#kind = kind;
  }

  async add(number: number, { bytes, ...performed }: Recording): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFile(this.#path(number, 'webm'), bytes);
    await writeFile(this.#path(number, 'json'), JSON.stringify(performed));
  }

  /** Numbers of the recordings that are there. */
  async numbers(): Promise<number[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .flatMap((name) => new RegExp(`^${this.#kind}-(\\d+)\\.json$`).exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((one, other) => one - other);
  }

  async read(number: number): Promise<Recording> {
    const performed = recordingSchema.parse(
      JSON.parse(await readFile(this.#path(number, 'json'), 'utf8')),
    );
    return { ...performed, bytes: await readFile(this.#path(number, 'webm')) };
  }

  /** Where the recording's file is, for tools that read files. */
  pathOf(number: number): string {
    return this.#path(number, 'webm');
  }

  #path(number: number, extension: string): string {
    return join(this.#folder, `${this.#kind}-${number}.${extension}`);
  }
}
