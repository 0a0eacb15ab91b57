import type { EncodedPacket, InputVideoTrack } from 'mediabunny';
import { bytesOf } from './buffer-bytes.ts';
import { decodeFrames } from './decode-frames.ts';
import type { Frame } from './decode-frames.ts';
import { decodeKeyFrame, decodePicture } from './decode-picture.ts';
import { gatherPackets, messageOf, readingLimits } from './gather-packets.ts';
import { codecsMissing, optionalCodecs } from './optional-codecs.ts';
import { sizeOfKeyFrame } from './webp-container.ts';

/** A frame's time on the timeline and the marks that it shows, none where nothing could be read. */
export interface SeenFrame {
  readonly fromMs: number;
  readonly toMs: number;
  readonly marks: readonly Uint8Array[];
}

type MarksOfPackets = Map<EncodedPacket, readonly Uint8Array[]>;

/** Reads every frame of a picture track; one that cannot be decoded is there without marks. */
export async function readPictureTrack(
  track: InputVideoTrack,
): Promise<{ readonly frames: readonly SeenFrame[]; readonly problems: readonly string[] }> {
  const { packets, end, problems } = await gatherPackets(track, 'picture track');
  const found = [...problems];
  const keyFramesOnly =
    track.codec === 'vp8' && packets.every(({ data }) => sizeOfKeyFrame(data) !== undefined);
  let read: MarksOfPackets = new Map();
  if (keyFramesOnly) {
    read = await readKeyFrames(packets);
  } else {
    try {
      read = await readWithCodecs(track, packets);
    } catch (error) {
      found.push(
        `The picture (${track.codec ?? 'unknown'}) cannot be decoded: ${messageOf(error)}`,
      );
      if (track.codec === 'vp8') read = await readKeyFrames(packets);
    }
  }
  const shown = [...packets].sort((one, other) => one.timestamp - other.timestamp);
  const frames = shown.flatMap((packet, index): SeenFrame[] => {
    const next = shown[index + 1]?.timestamp;
    const fromMs = milliseconds(packet.timestamp);
    const toMs = milliseconds(next ?? Math.max(end, packet.timestamp));
    const marks = read.get(packet) ?? [];
    // Recorders stamp two frames alike now and then: the first of them is never shown.
    return next !== undefined && fromMs === toMs && marks.length === 0
      ? []
      : [{ fromMs, toMs, marks }];
  });
  return { frames, problems: found };
}

async function readKeyFrames(packets: readonly EncodedPacket[]): Promise<MarksOfPackets> {
  const read: MarksOfPackets = new Map();
  for (const packet of packets) read.set(packet, await decodeKeyFrame(packet.data));
  return read;
}

async function readWithCodecs(
  track: InputVideoTrack,
  packets: readonly EncodedPacket[],
): Promise<MarksOfPackets> {
  const codecs = await optionalCodecs();
  if (codecs === undefined) throw new Error(`${codecsMissing}.`);
  const config = await track.getDecoderConfig();
  if (config === null) throw new Error('its codec is unknown.');
  const { codec, description, codedWidth, codedHeight } = config;
  const packetAt = new Map(packets.map((packet) => [packet.microsecondTimestamp, packet]));
  const read: MarksOfPackets = new Map();
  let before: { frame: Frame; marks: readonly Uint8Array[] } | undefined;
  const decoderConfig = {
    codec,
    ...(codedWidth === undefined ? {} : { codedWidth }),
    ...(codedHeight === undefined ? {} : { codedHeight }),
    ...(description === undefined ? {} : { description: bytesOf(description) }),
  };
  for await (const frame of decodeFrames(codecs, decoderConfig, packets)) {
    if (before === undefined || !looksTheSame(before.frame, frame, before.marks))
      before = { frame, marks: await decodePicture(frame.pixels, frame.width, frame.height) };
    const packet = packetAt.get(frame.timestamp);
    if (packet !== undefined) read.set(packet, before.marks);
  }
  return read;
}

/**
 * Two codes differ in a third of their pixels or more, a still picture's frames by the noise of the encoder. What could not
 * be read may clear up little by little, so less of a difference is enough to try again.
 */
function looksTheSame(one: Frame, other: Frame, marks: readonly Uint8Array[]): boolean {
  const noise = marks.length === 0 ? 4 : 48;
  if (one.pixels.length !== other.pixels.length || one.width !== other.width) return false;
  const step = 7;
  let different = 0;
  let compared = 0;
  for (let index = 0; index < one.pixels.length; index += step) {
    compared += 1;
    if (Math.abs((one.pixels[index] ?? 0) - (other.pixels[index] ?? 0)) > noise) different += 1;
  }
  return different < compared / 1000;
}

function milliseconds(seconds: number): number {
  return Math.round(Math.min(seconds, readingLimits.seconds) * 1000);
}
