import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EncodedPacket } from 'mediabunny';
import { decodeFrames } from './decode-frames.ts';
import type { Codecs } from './optional-codecs.ts';

interface Chunk {
  readonly timestamp: number;
  readonly data: Uint8Array;
}

/**
 * Gives pictures in the order in which they are shown, which their first byte says, stamped in the order of their chunks; of a
 * chunk of two bytes it gives none.
 */
class ReorderingDecoder {
  readonly state = 'configured';
  readonly decodeQueueSize = 0;
  readonly #chunks: Chunk[] = [];
  readonly #output: (frame: object) => void;

  constructor({ output }: { readonly output: (frame: object) => void }) {
    this.#output = output;
  }

  configure(): void {
    this.#chunks.length = 0;
  }

  decode(chunk: Chunk): void {
    this.#chunks.push(chunk);
  }

  flush(): Promise<void> {
    const shown = this.#chunks.toSorted((one, other) => brightness(one) - brightness(other));
    for (const [index, chunk] of shown.entries())
      if (chunk.data.length === 1) this.#output(frameOf(chunk, this.#chunks[index]));
    return Promise.resolve();
  }

  close(): void {
    this.#chunks.length = 0;
  }
}

function brightness({ data }: Chunk): number {
  return data[0] ?? 0;
}

function frameOf(chunk: Chunk, stampedAs: Chunk | undefined): object {
  return {
    format: 'I420',
    timestamp: stampedAs?.timestamp,
    codedWidth: 1,
    codedHeight: 1,
    allocationSize: () => 1,
    copyTo: (into: Uint8Array) => Promise.resolve(into.set([brightness(chunk)])),
    close: () => undefined,
  };
}

class EncodedVideoChunk {
  readonly timestamp: number;
  readonly data: Uint8Array;

  constructor({ timestamp, data }: Chunk) {
    this.timestamp = timestamp;
    this.data = data;
  }
}

const codecs = { VideoDecoder: ReorderingDecoder, EncodedVideoChunk } as unknown as Codecs;

/** When each frame is shown, and which picture it is, in seconds. */
async function shownOf(...sent: readonly Uint8Array[]): Promise<number[]> {
  const packets = sent.map((data) => new EncodedPacket(data, 'key', data[0] ?? 0, 1));
  const shown: number[] = [];
  for await (const { timestamp, pixels } of decodeFrames(codecs, { codec: 'avc1' }, packets))
    shown.push(timestamp / 1e6, pixels[0] ?? -1);
  return shown;
}

test('a packet without a picture moves no other one, where packets come as they are shown', async () => {
  const shown = await shownOf(Uint8Array.of(0), Uint8Array.of(1, 1), Uint8Array.of(2));
  assert.deepEqual(shown, [0, 0, 2, 2]);
});

test('a frame bears the time at which it is shown, in whichever order packets come', async () => {
  // As H.264 sends them: what lies between two pictures comes after both.
  const shown = await shownOf(...[0, 4, 2, 1, 3, 5].map((second) => Uint8Array.of(second)));
  assert.deepEqual(shown, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});
