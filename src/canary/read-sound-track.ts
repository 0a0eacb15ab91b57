import { AudioSampleSink } from 'mediabunny';
import type { EncodedPacket, InputAudioTrack } from 'mediabunny';
import type { AudioData } from '@napi-rs/webcodecs';
import { bytesOf } from './buffer-bytes.ts';
import { gatherPackets, messageOf, readingLimits } from './gather-packets.ts';
import { codecsMissing, optionalCodecs } from './optional-codecs.ts';

/** A sound track as one channel; what could not be decoded is missing at its end. */
export interface HeardSound {
  /** All channels, mixed. */
  readonly samples: Float32Array;
  /** Each channel by itself where they differ: a voice may be loud in one, and channels can cancel each other out. */
  readonly apart: readonly Float32Array[];
  readonly sampleRate: number;
  /** Start and end of the track in ms, whether decoded or not. */
  readonly startMs: number;
  readonly endMs: number;
  readonly problems: readonly string[];
}

interface Piece {
  readonly timestamp: number;
  readonly sampleRate: number;
  /** At least one, all of the same length. */
  readonly channels: readonly Float32Array[];
}

const mostChannels = 8;
const mostSamples = readingLimits.seconds * 48_000;

/** Decodes a sound track, all channels mixed and each that differs by itself. */
export async function readSoundTrack(track: InputAudioTrack): Promise<HeardSound> {
  const { packets, end, problems } = await gatherPackets(track, 'sound track');
  const found = [...problems];
  const start = Math.max(0, packets[0]?.timestamp ?? 0);
  const timeline = new Timeline(start);
  try {
    const pieces =
      track.codec?.startsWith('pcm-') === true
        ? decodePcm(track)
        : decodeWithCodecs(track, packets);
    for await (const piece of pieces) {
      if (timeline.add(piece)) continue;
      found.push(
        'Only the first part of the sound was read: it is too long, or its sample rate or number of channels changes or is out of range.',
      );
      break;
    }
  } catch (error) {
    found.push(`The sound (${track.codec ?? 'unknown'}) cannot be decoded: ${messageOf(error)}`);
  }
  const { channels, sampleRate } = timeline.whole();
  const samples = mixed(channels);
  const decodedEnd = sampleRate === 0 ? start : start + samples.length / sampleRate;
  return {
    samples,
    apart: channels.some((channel) => differs(channel, samples)) ? channels : [],
    sampleRate,
    startMs: start * 1000,
    endMs: Math.max(end, decodedEnd) * 1000,
    problems: found,
  };
}

function isSampleRate(samplesASecond: number): boolean {
  return samplesASecond >= 4000 && samplesASecond <= 192_000;
}

/**
 * How far behind the end of the one before it a piece may begin and still follow it, in s: recorders in browsers stamp
 * packets of 60 ms up to 10 ms early or late, and players play them without a gap all the same.
 */
const jitterAtMost = 0.02;

/**
 * Puts pieces of sound where their timestamps say; what is between them is silent. One that is stamped earlier than the
 * one before it ends follows it, as in a player: a recorder on a busy machine stamps late, and then on time again.
 */
class Timeline {
  readonly #start: number;
  #channels: Float32Array[] = [];
  #length = 0;
  #sampleRate = 0;

  constructor(start: number) {
    this.#start = start;
  }

  /** False where the piece does not fit: other rates or channels than before, or none in use, or too late. */
  add({ timestamp, sampleRate, channels }: Piece): boolean {
    if (this.#sampleRate === 0 && isSampleRate(sampleRate)) {
      this.#sampleRate = sampleRate;
      this.#channels = channels.map(() => new Float32Array(0));
    }
    if (sampleRate !== this.#sampleRate || !isSampleRate(sampleRate)) return false;
    const [samples] = channels;
    if (samples === undefined || channels.length > mostChannels) return false;
    if (channels.length !== this.#channels.length) return false;
    const stamped = Math.max(0, Math.round((timestamp - this.#start) * sampleRate));
    const follows = stamped - this.#length <= jitterAtMost * sampleRate;
    const at = follows ? this.#length : stamped;
    const end = at + samples.length;
    if (!(end <= mostSamples)) return false;
    this.#channels = this.#channels.map((channel, index) => {
      const roomy = end > channel.length ? this.#grown(channel, end) : channel;
      roomy.set(channels[index] ?? samples, at);
      return roomy;
    });
    this.#length = end;
    return true;
  }

  #grown(channel: Float32Array, end: number): Float32Array {
    const grown = new Float32Array(Math.min(mostSamples, Math.max(end, channel.length * 2)));
    grown.set(channel.subarray(0, this.#length));
    return grown;
  }

  whole(): { channels: readonly Float32Array[]; sampleRate: number } {
    const channels = this.#channels.map((channel) => channel.subarray(0, this.#length));
    return { channels, sampleRate: this.#sampleRate };
  }
}

async function* decodePcm(track: InputAudioTrack): AsyncGenerator<Piece> {
  for await (const sample of new AudioSampleSink(track).samples(0, readingLimits.seconds)) {
    const { timestamp, sampleRate } = sample;
    const channels = channelsOf(
      sample.numberOfChannels,
      sample.numberOfFrames,
      (channel, destination) => {
        sample.copyTo(destination, { planeIndex: channel, format: 'f32-planar' });
      },
    );
    sample.close();
    yield { timestamp, sampleRate, channels };
  }
}

async function* decodeWithCodecs(
  track: InputAudioTrack,
  packets: readonly EncodedPacket[],
): AsyncGenerator<Piece> {
  const codecs = await optionalCodecs();
  if (codecs === undefined) throw new Error(`${codecsMissing}.`);
  const config = await track.getDecoderConfig();
  if (config === null) throw new Error('its codec is unknown.');
  const pieces: Piece[] = [];
  let failure: Error | undefined;
  const decoder = new codecs.AudioDecoder({
    output: (data: AudioData) => pieces.push(pieceOf(data)),
    error: (error: Error) => {
      failure ??= error;
    },
  });
  try {
    const { codec, sampleRate, numberOfChannels, description } = config;
    decoder.configure({
      codec,
      sampleRate,
      numberOfChannels,
      ...(description === undefined ? {} : { description: bytesOf(description) }),
    });
    for (const packet of packets) {
      const { microsecondTimestamp: timestamp, data } = packet;
      decoder.decode(new codecs.EncodedAudioChunk({ type: 'key', timestamp, data }));
    }
    await decoder.flush();
    yield* pieces;
    if (failure !== undefined) throw failure;
  } finally {
    if (decoder.state !== 'closed') decoder.close();
  }
}

function pieceOf(data: AudioData): Piece {
  const { sampleRate } = data;
  const timestamp = data.timestamp / 1_000_000;
  const channels = channelsOf(
    data.numberOfChannels,
    data.numberOfFrames,
    (channel, destination) => {
      data.copyTo(destination, { planeIndex: channel, format: 'f32-planar' });
    },
  );
  data.close();
  return { timestamp, sampleRate, channels };
}

function channelsOf(
  count: number,
  frames: number,
  copy: (channel: number, destination: Float32Array) => void,
): Float32Array[] {
  return Array.from({ length: count }, (_, channel) => {
    const samples = new Float32Array(frames);
    copy(channel, samples);
    return samples;
  });
}

function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  if (others.length === 0) return first;
  return first.map(
    (sample, at) => others.reduce((sum, other) => sum + (other[at] ?? 0), sample) / channels.length,
  );
}

/** Two channels of the same sound differ by the noise of a codec at most. */
function differs(one: Float32Array, other: Float32Array): boolean {
  return one.some((sample, at) => Math.abs(sample - (other[at] ?? 0)) > 0.01);
}
