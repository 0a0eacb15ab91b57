import { randomBytes } from 'node:crypto';
import type { RecordingStore } from './recording-store.ts';
import { Refusal } from './refusal.ts';
import type { CallMode, Recording, Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/** Calls `work` once after so many milliseconds, unless the answer is called before. */
export type Timer = (work: () => void, milliseconds: number) => () => void;

interface Upload {
  readonly room: Room;
  readonly recording: Recording;
  readonly token: string;
  /** Bytes of each chunk that is there, by its index */
  readonly chunks: Map<number, number>;
  contentType: string;
  /** How many chunks there will have been, once the device said so */
  expected?: number;
  stopTimer: () => void;
}

/** Recordings that devices make themselves and upload in chunks, while the call runs and after it. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>();
  readonly #rooms: Rooms;
  readonly #store: RecordingStore;
  readonly #idleMilliseconds: number;
  readonly #timer: Timer;

  constructor(
    rooms: Rooms,
    store: RecordingStore,
    idleMilliseconds = 60_000,
    timer: Timer = unreferencedTimer,
  ) {
    this.#rooms = rooms;
    this.#store = store;
    this.#idleMilliseconds = idleMilliseconds;
    this.#timer = timer;
  }

  open(room: Room, mode: CallMode): { recording: Recording; token: string } {
    const recording = this.#rooms.startUpload(room, mode);
    const token = `UT${randomBytes(16).toString('hex')}`;
    const chunks = new Map<number, number>();
    const contentType = 'video/webm';
    const stopTimer = (): void => {};
    this.#uploads.set(recording.sid, { room, recording, token, chunks, contentType, stopTimer });
    return { recording, token };
  }

  /** Keeps a chunk; one that comes again under its index replaces the one before. */
  async keep(
    sid: string,
    token: string,
    chunk: { index: number; bytes: Uint8Array; contentType: string },
  ): Promise<void> {
    const upload = this.#ofToken(sid, token);
    if (isComplete(upload)) {
      const remedy = 'This recording is complete; open another one.';
      throw new Refusal(409, 'recording-complete', remedy);
    }
    await this.#store.writeChunk(sid, chunk.index, chunk.bytes);
    upload.chunks.set(chunk.index, chunk.bytes.length);
    if (chunk.index === 0) upload.contentType = chunk.contentType;
    this.#completeIfAllIsThere(upload);
    this.#watchIdleness(upload);
  }

  /** The device says how many chunks there are. Answers whether they are all there. */
  finish(sid: string, token: string, chunks: number): boolean {
    const upload = this.#ofToken(sid, token);
    if (isComplete(upload)) return true;
    upload.expected = chunks;
    this.#completeIfAllIsThere(upload);
    return isComplete(upload);
  }

  /** From now on, an upload that falls silent is completed with what is there. */
  roomEnded(room: Room): void {
    for (const { sid } of room.recordings) {
      const upload = this.#uploads.get(sid);
      if (upload) this.#watchIdleness(upload);
    }
  }

  forget(sid: string): void {
    const upload = this.#uploads.get(sid);
    if (!upload) return;
    upload.stopTimer();
    this.#uploads.delete(sid);
    this.#store.removeChunks(sid, upload.chunks.keys()).catch((error: unknown) => {
      console.error(`The chunks of ${sid} could not be removed:`, error);
    });
  }

  #ofToken(sid: string, token: string): Upload {
    const upload = this.#uploads.get(sid);
    if (upload?.token === token) return upload;
    throw new Refusal(403, 'forbidden', 'This token is for another recording, or for none.');
  }

  #watchIdleness(upload: Upload): void {
    upload.stopTimer();
    if (upload.room.status !== 'ended' || isComplete(upload)) return;
    upload.stopTimer = this.#timer(
      () => this.#complete(upload, chunksInARow(upload)),
      this.#idleMilliseconds,
    );
  }

  #completeIfAllIsThere(upload: Upload): void {
    const { expected } = upload;
    if (expected === undefined || isComplete(upload)) return;
    if (chunksInARow(upload) >= expected) this.#complete(upload, expected);
  }

  #complete(upload: Upload, count: number): void {
    const { recording, room, chunks, contentType } = upload;
    upload.stopTimer();
    if (count > 0) {
      const sizes = Array.from({ length: count }, (_, index) => chunks.get(index) ?? 0);
      const bytes = sizes.reduce((total, size) => total + size, 0);
      const stored = this.#store.joinChunks(recording.sid, count);
      // Whoever reads the part is told; nobody may be there to read it.
      stored.catch((error: unknown) => console.error(`${recording.sid} was not joined:`, error));
      recording.parts.push({ contentType, bytes, stored });
    }
    this.#rooms.completeUpload(room, recording);
  }
}

function isComplete({ recording }: Upload): boolean {
  return recording.endedAt !== undefined;
}

/** How many chunks are there from the first one on without a gap, which is as far as the recording plays. */
function chunksInARow({ chunks }: Upload): number {
  let count = 0;
  while (chunks.has(count)) count += 1;
  return count;
}

function unreferencedTimer(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds).unref();
  return () => clearTimeout(timer);
}
