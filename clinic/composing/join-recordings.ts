import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathTarget,
  MkvOutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { Input, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import { lastPacketSeconds } from './last-packet-seconds.ts';

/** What a recording has to say about itself to be joined to others. */
export type JoinedInput = Pick<
  Input,
  'getPrimaryVideoTrack' | 'getPrimaryAudioTrack' | 'getFirstTimestamp'
>;

interface Segment {
  video: InputVideoTrack | null;
  audio: InputAudioTrack | null;
  startsAtSeconds: number;
}

/**
 * Copies the first picture and sound track of each input, one after the other, into a file at `path`: WebM when it can
 * carry the codecs, else Matroska. Answers with the length in seconds.
 */
export async function joinRecordings(
  inputs: readonly JoinedInput[],
  path: string,
): Promise<number> {
  const segments = await Promise.all(inputs.map(readSegment));
  const videoCodec = await theOneCodec(segments.map((segment) => segment.video));
  const audioCodec = await theOneCodec(segments.map((segment) => segment.audio));
  const webm = new WebMOutputFormat();
  const fitsWebm =
    (videoCodec === null || webm.getSupportedVideoCodecs().includes(videoCodec)) &&
    (audioCodec === null || webm.getSupportedAudioCodecs().includes(audioCodec));
  const output = new Output({
    format: fitsWebm ? webm : new MkvOutputFormat(),
    target: new FilePathTarget(path),
  });
  const video = videoCodec === null ? null : new EncodedVideoPacketSource(videoCodec);
  const audio = audioCodec === null ? null : new EncodedAudioPacketSource(audioCodec);
  if (video) output.addVideoTrack(video);
  if (audio) output.addAudioTrack(audio);
  await output.start();
  try {
    const lengthSeconds = await copySegments(segments, video, audio);
    await output.finalize();
    return lengthSeconds;
  } catch (error) {
    await output.cancel();
    throw error;
  }
}

async function copySegments(
  segments: readonly Segment[],
  video: EncodedVideoPacketSource | null,
  audio: EncodedAudioPacketSource | null,
): Promise<number> {
  let lengthSeconds = 0;
  for (const segment of segments) {
    const shiftSeconds = lengthSeconds - segment.startsAtSeconds;
    const ends = [lengthSeconds];
    if (video && segment.video) ends.push(await copyTrack(segment.video, video, shiftSeconds));
    if (audio && segment.audio) ends.push(await copyTrack(segment.audio, audio, shiftSeconds));
    lengthSeconds = Math.max(...ends);
  }
  return lengthSeconds;
}

async function readSegment(input: JoinedInput): Promise<Segment> {
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const tracks = [video, audio].filter((track) => track !== null);
  if (tracks.length === 0) throw new Error('A recording holds neither picture nor sound.');
  return {
    video,
    audio,
    startsAtSeconds: await input.getFirstTimestamp(tracks),
  };
}

/** The codec that all these tracks have in common, or null when there are none. */
async function theOneCodec<Codec extends string>(
  tracks: readonly ({ getCodec: () => Promise<Codec | null> } | null)[],
): Promise<Codec | null> {
  const codecs = new Set<Codec | null>();
  for (const track of tracks) if (track) codecs.add(await track.getCodec());
  const [first = null, second] = codecs;
  if (second !== undefined) {
    throw new Error(
      `Recordings of one consultation use ${[...codecs].join(' and ')}, which cannot be joined without encoding.`,
    );
  }
  if (codecs.size === 1 && first === null) throw new Error('A recording has an unknown codec.');
  return first;
}

/** Answers with when the track ends in the file that is written, in seconds. */
async function copyTrack(
  track: InputVideoTrack | InputAudioTrack,
  source: EncodedVideoPacketSource | EncodedAudioPacketSource,
  shiftSeconds: number,
): Promise<number> {
  const decoderConfig = await track.getDecoderConfig();
  if (!decoderConfig) throw new Error('A recording does not say how to decode it.');
  const lastSeconds = await lastPacketSeconds(track, decoderConfig);
  let endSeconds = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const timestamp = Math.max(0, packet.timestamp + shiftSeconds);
    const duration = packet.duration > 0 ? packet.duration : lastSeconds;
    // The configuration is of the source's own kind: a picture track is only ever copied to a picture source.
    await source.add(packet.clone({ timestamp, duration }), {
      decoderConfig: decoderConfig as AudioDecoderConfig & VideoDecoderConfig,
    });
    endSeconds = timestamp + duration;
  }
  return endSeconds;
}
