import { AudioSampleSink } from 'mediabunny';
import type { EncodedPacket, InputAudioTrack } from 'mediabunny';
import type { AudioData } from '@napi-rs/webcodecs';
import { bytesOf } from './buffer-bytes.ts';
import { gatherPackets, messageOf, readingLimits } from './gather-packets.ts';
import { codecsMissing, optionalCodecs } from './optional-codecs.ts';

/** A sound track as one channel; what could not be decoded is missing at its end. */
export interface HeardSound {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  /** Start and end of the track in ms, whether decoded or not. */
  readonly startMs: number;
  readonly endMs: number;
  readonly problems: readonly string[];
}

interface Piece {
  readonly timestamp: number;
  readonly sampleRate: number;
  readonly samples: Float32Array;
}

const mostSamples = readingLimits.seconds * 48_000;

/** Decodes a sound track and mixes its channels into one. */
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
        'Only the first part of the sound was read: it is too long, its sample rate changes or is out of range, or pieces of it lie over each other.',
      );
      break;
    }
  } catch (error) {
    found.push(`The sound (${track.codec ?? 'unknown'}) cannot be decoded: ${messageOf(error)}`);
  }
  const { samples, sampleRate } = timeline.whole();
  const decodedEnd = sampleRate === 0 ? start : start + samples.length / sampleRate;
  return {
    samples,
    sampleRate,
    startMs: start * 1000,
    endMs: Math.max(end, decodedEnd) * 1000,
    problems: found,
  };
}

function isSampleRate(samplesASecond: number): boolean {
  return samplesASecond >= 4000 && samplesASecond <= 192_000;
}

/** What rounding of timestamps lets one piece begin before the last one ends, in s. */
const roundingAtMost = 0.005;
/** What pieces of one track may lie over each other in all, in s: a decoder may give its last frame's end again. */
const overlapAtMost = 0.06;

/** Puts pieces of sound where their timestamps say; what is between them is silent. */
class Timeline {
  readonly #start: number;
  #samples = new Float32Array(0);
  #length = 0;
  #sampleRate = 0;
  #overlap = 0;

  constructor(start: number) {
    this.#start = start;
  }

  /** False where the piece does not fit: another sample rate, one that nobody uses, too late, or over what is there. */
  add({ timestamp, sampleRate, samples }: Piece): boolean {
    if (this.#sampleRate === 0 && isSampleRate(sampleRate)) this.#sampleRate = sampleRate;
    if (sampleRate !== this.#sampleRate || !isSampleRate(sampleRate)) return false;
    const at = Math.max(0, Math.round((timestamp - this.#start) * sampleRate));
    const end = at + samples.length;
    if (!(end <= mostSamples)) return false;
    // A player plays both, one after the other or mixed; only one of them could be read.
    const overlap = (this.#length - at) / sampleRate;
    if (overlap > roundingAtMost) this.#overlap += overlap;
    if (this.#overlap > overlapAtMost) return false;
    if (end > this.#samples.length) {
      const grown = new Float32Array(
        Math.min(mostSamples, Math.max(end, this.#samples.length * 2)),
      );
      grown.set(this.#samples.subarray(0, this.#length));
      this.#samples = grown;
    }
    this.#samples.set(samples, at);
    this.#length = Math.max(this.#length, end);
    return true;
  }

  whole(): { samples: Float32Array; sampleRate: number } {
    return { samples: this.#samples.subarray(0, this.#length), sampleRate: this.#sampleRate };
  }
}

async function* decodePcm(track: InputAudioTrack): AsyncGenerator<Piece> {
  for await (const sample of new AudioSampleSink(track).samples(0, readingLimits.seconds)) {
    const { timestamp, sampleRate } = sample;
    const samples = mixed(
      sample.numberOfChannels,
      sample.numberOfFrames,
      (channel, destination) => {
        sample.copyTo(destination, { planeIndex: channel, format: 'f32-planar' });
      },
    );
    sample.close();
    yield { timestamp, sampleRate, samples };
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
  const samples = mixed(data.numberOfChannels, data.numberOfFrames, (channel, destination) => {
    data.copyTo(destination, { planeIndex: channel, format: 'f32-planar' });
  });
  data.close();
  return { timestamp, sampleRate, samples };
}

function mixed(
  channels: number,
  frames: number,
  copy: (channel: number, destination: Float32Array) => void,
): Float32Array {
  const sum = new Float32Array(frames);
  copy(0, sum);
  if (channels === 1) return sum;
  const other = new Float32Array(frames);
  for (let channel = 1; channel < channels; channel += 1) {
    copy(channel, other);
    for (let index = 0; index < frames; index += 1)
      sum[index] = (sum[index] ?? 0) + (other[index] ?? 0);
  }
  return sum.map((sample) => sample / channels);
}
