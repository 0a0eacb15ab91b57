import { closeSync, openSync, readSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const chunk = Buffer.alloc(2 ** 18);
const lineFeed = '\n'.charCodeAt(0);

/** Counts the entries of a run's histories as they grow, reading only what is new. */
export class HistoryProgress {
  readonly #folder: string;
  readonly #read = new Map<string, { offset: number; lines: number; tail: string }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Entries in all histories together. */
  entries(): number {
    for (const file of this.#files()) this.#readOn(file);
    return [...this.#read.values()].reduce((sum, { lines }) => sum + lines, 0);
  }

  /** Entries in one history, `<scenario>/<cohort>.jsonl`. */
  entriesOf(history: string): number {
    this.entries();
    return this.#read.get(join(this.#folder, history))?.lines ?? 0;
  }

  /** Histories that have begun and not ended, as `<scenario>/<cohort>.jsonl`. */
  open(): string[] {
    this.entries();
    return [...this.#read]
      .filter(([, { tail }]) => !/\{"type":"end",[^\n]*\}\n$/u.test(tail))
      .map(([file]) => relative(this.#folder, file));
  }

  #files(): string[] {
    try {
      return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name));
    } catch {
      return [];
    }
  }

  #readOn(file: string): void {
    const known = this.#read.get(file) ?? { offset: 0, lines: 0, tail: '' };
    this.#read.set(file, known);
    const descriptor = openSync(file, 'r');
    try {
      for (;;) {
        const bytes = readSync(descriptor, chunk, 0, chunk.length, known.offset);
        if (bytes === 0) return;
        const fresh = chunk.subarray(0, bytes);
        known.offset += bytes;
        known.lines += fresh.reduce((count, byte) => count + (byte === lineFeed ? 1 : 0), 0);
        known.tail = (known.tail + fresh.toString('utf8')).slice(-200);
      }
    } finally {
      closeSync(descriptor);
    }
  }
}
