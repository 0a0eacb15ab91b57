import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EntryOf, HistoryEntry } from './history.ts';
import { redact } from './redact.ts';

/** Entries that the writer itself adds at the end. */
type WrittenEntry = Exclude<HistoryEntry, { type: 'end' }>;

/** What was heard until the end of a history. */
export type Heard = Pick<EntryOf<'end'>, 'responses' | 'recognised'>;

const nothingHeard: Heard = { responses: 0, recognised: { canaries: 0, identities: 0 } };

/**
 * Appends one cohort's history to its file, a line an entry, each written at once: what was seen up to a crash is
 * readable, and a history without its end says that it is one.
 */
export class HistoryWriter {
  readonly #file: number;
  readonly #key: Uint8Array;
  #entries = 0;
  #isOpen = true;

  /** Throws when the file exists: a history has one writer and is never continued. */
  constructor(path: string, key: Uint8Array) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'ax');
    this.#key = key;
  }

  append(entry: WrittenEntry): void {
    if (!this.#isOpen) return;
    this.#write(entry);
    this.#entries += 1;
  }

  /** Writes the end and closes the file; `at` in ms of the harness's clock. */
  end(at: number, heard: Heard = nothingHeard): void {
    if (!this.#isOpen) return;
    this.#write({ type: 'end', at, entries: this.#entries, ...heard });
    this.#close();
  }

  #write(entry: HistoryEntry): void {
    const line = JSON.stringify(entry, (_name, value: unknown) =>
      typeof value === 'string' ? redact(this.#key, value) : value,
    );
    try {
      this.#writeWhole(Buffer.from(`${line}\n`));
    } catch (error) {
      // Nothing may follow a half line: the history stays one that was interrupted there.
      this.#close();
      throw error;
    }
  }

  /** A disk that is filling up takes a part of what it is given, and only refuses the rest. */
  #writeWhole(bytes: Buffer): void {
    for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
  }

  #close(): void {
    this.#isOpen = false;
    closeSync(this.#file);
  }
}
