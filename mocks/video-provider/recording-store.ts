import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Uploaded media on disk, one file for each part of a recording and for each chunk of an upload. */
export class RecordingStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async write(recordingSid: string, part: number, bytes: Uint8Array): Promise<void> {
    await writeFile(this.#file(recordingSid, part), bytes);
  }

  /** Reads the bytes from `start` up to, but not including, `end`. */
  async read(
    recordingSid: string,
    part: number,
    start: number,
    end: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const file = await open(this.#file(recordingSid, part));
    try {
      const bytes = new Uint8Array(end - start);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      if (bytesRead !== bytes.length) {
        throw new Error(`Part ${part} of ${recordingSid} is shorter on disk than it was uploaded.`);
      }
      return bytes;
    } finally {
      await file.close();
    }
  }

  async remove(recordingSid: string, parts: number): Promise<void> {
    for (let part = 0; part < parts; part += 1) {
      await rm(this.#file(recordingSid, part), { force: true });
    }
  }

  async writeChunk(recordingSid: string, index: number, bytes: Uint8Array): Promise<void> {
    await writeFile(this.#chunkFile(recordingSid, index), bytes);
  }

  /** Makes the recording's first part of its chunks, which are then no longer needed. */
  async joinChunks(recordingSid: string, chunks: number): Promise<void> {
    const files = Array.from({ length: chunks }, (_, index) =>
      this.#chunkFile(recordingSid, index),
    );
    const contents = await Promise.all(files.map(async (file) => await readFile(file)));
    await this.write(recordingSid, 0, Buffer.concat(contents));
    await Promise.all(files.map(async (file) => await rm(file, { force: true })));
  }

  async removeChunks(recordingSid: string, indices: Iterable<number>): Promise<void> {
    for (const index of indices) await rm(this.#chunkFile(recordingSid, index), { force: true });
  }

  #chunkFile(recordingSid: string, index: number): string {
    return join(this.#directory, `${recordingSid}.chunk-${index}`);
  }

  #file(recordingSid: string, part: number): string {
    return join(this.#directory, `${recordingSid}.${part}`);
  }
}
