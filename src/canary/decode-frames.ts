import type { EncodedPacket } from 'mediabunny';
import type { VideoDecoderConfig, VideoFrame } from '@napi-rs/webcodecs';
import type { Codecs } from './optional-codecs.ts';

/** A decoded frame in grey, a byte a pixel, or RGBA. */
export interface Frame {
  /** When it is shown, in microseconds. */
  readonly timestamp: number;
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const mostWaiting = 8;
const mostIdleLooks = 1000;
const mostPixels = 4096 * 4096;

/** Decodes a video track packet by packet and holds no more than a few frames at a time. */
export async function* decodeFrames(
  codecs: Codecs,
  config: VideoDecoderConfig,
  packets: readonly EncodedPacket[],
): AsyncGenerator<Frame> {
  const sentAt = packets.map(({ microsecondTimestamp }) => microsecondTimestamp);
  const isReordered = sentAt.some((at, index) => at < (sentAt[index - 1] ?? 0));
  // Where packets come in another order than frames are shown in, the decoder of @napi-rs/webcodecs 1.3 gives frames as they
  // are shown, and stamps them as their packets came.
  const shownAt = (isReordered ? sentAt.toSorted((one, other) => one - other) : []).values();
  const decoded: VideoFrame[] = [];
  const failures: Error[] = [];
  let idleLooks = 0;
  let wake: (() => void) | undefined;
  const decoder = new codecs.VideoDecoder({
    output: (frame: VideoFrame) => {
      decoded.push(frame);
      wake?.();
    },
    error: (error: Error) => {
      failures.push(error);
      wake?.();
    },
  });
  // The decoder's threads do not keep the process alive, so waiting for them needs something that does.
  const alive = setInterval(() => wake?.(), 10);
  async function* take(): AsyncGenerator<Frame> {
    for (let frame = decoded.shift(); frame !== undefined; frame = decoded.shift()) {
      const timestamp = shownAt.next().value ?? frame.timestamp;
      const picture = await pictureOf(frame);
      if (picture !== undefined) yield { timestamp, ...picture };
    }
  }
  try {
    decoder.configure(config);
    for (const packet of packets) {
      decoder.decode(
        new codecs.EncodedVideoChunk({
          type: packet.type,
          timestamp: packet.microsecondTimestamp,
          data: packet.data,
        }),
      );
      while (failures.length === 0 && decoder.decodeQueueSize > mostWaiting) {
        if (decoded.length === 0) {
          idleLooks += 1;
          if (idleLooks > mostIdleLooks) throw new Error('the decoder came to a standstill.');
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        if (decoded.length > 0) idleLooks = 0;
        yield* take();
      }
      if (failures.length > 0) throw failures[0];
    }
    await decoder.flush();
    yield* take();
    if (failures.length > 0) throw failures[0];
  } finally {
    clearInterval(alive);
    for (const frame of decoded) frame.close();
    if (decoder.state !== 'closed') decoder.close();
  }
}

async function pictureOf(frame: VideoFrame): Promise<Omit<Frame, 'timestamp'> | undefined> {
  try {
    const { format } = frame;
    const width = frame.visibleRect?.width ?? frame.codedWidth;
    const height = frame.visibleRect?.height ?? frame.codedHeight;
    if (width * height > mostPixels || format === null) return undefined;
    const pixels = new Uint8Array(frame.allocationSize());
    await frame.copyTo(pixels);
    // All planar formats begin with a byte of brightness a pixel.
    const channels = /^(?:RGB|BGR)/.test(format) ? 4 : 1;
    return { width, height, pixels: pixels.subarray(0, width * height * channels) };
  } finally {
    frame.close();
  }
}
