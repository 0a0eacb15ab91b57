import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HistoryEntry } from './history.ts';
import { redact } from './redact.ts';

/** Entries that the writer itself adds at the end. */
type WrittenEntry = Exclude<HistoryEntry, { type: 'end' }>;

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
  end(at: number, responses: number): void {
    if (!this.#isOpen) return;
    this.#write({ type: 'end', at, entries: this.#entries, responses });
    this.#isOpen = false;
    closeSync(this.#file);
  }

  #write(entry: HistoryEntry): void {
    const line = JSON.stringify(entry, (_name, value: unknown) =>
      typeof value === 'string' ? redact(this.#key, value) : value,
    );
    writeSync(this.#file, `${line}\n`);
  }
}
