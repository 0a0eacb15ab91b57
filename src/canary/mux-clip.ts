import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Output,
} from 'mediabunny';
import type { PictureSize } from './encode-picture.ts';

/** One VP8 key frame and when it is shown, in seconds. */
export interface TimedFrame {
  readonly keyFrame: Uint8Array;
  readonly at: number;
  readonly seconds: number;
}

/** The two tracks of a clip; without frames it is sound alone. */
export interface ClipTracks {
  readonly size: PictureSize;
  /** In the order in which they are shown. */
  readonly frames: readonly TimedFrame[];
  /** One channel. */
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

/** Packets of sound last this many seconds. */
const packetSeconds = 0.25;

/** A Matroska file of VP8 key frames and 16-bit PCM that browsers play as `video/webm`. The same tracks give the same bytes. */
export async function muxClip({
  size,
  frames,
  samples,
  sampleRate,
}: ClipTracks): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const picture = new EncodedVideoPacketSource('vp8');
  const sound = new EncodedAudioPacketSource('pcm-s16');
  if (frames.length > 0) output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();

  const shown = frames.map(
    ({ keyFrame, at, seconds }) => new EncodedPacket(keyFrame, 'key', at, seconds),
  );
  const pictureConfig = {
    decoderConfig: { codec: 'vp8', codedWidth: size.width, codedHeight: size.height },
  };
  const soundConfig = {
    decoderConfig: { codec: 'pcm-s16', sampleRate, numberOfChannels: 1 },
  };
  let nextShown = 0;
  for (const packet of soundPackets(samples, sampleRate)) {
    for (; (shown[nextShown]?.timestamp ?? Infinity) <= packet.timestamp; nextShown += 1) {
      const frame = shown[nextShown];
      if (frame !== undefined) await picture.add(frame, pictureConfig);
    }
    await sound.add(packet, soundConfig);
  }
  for (const frame of shown.slice(nextShown)) await picture.add(frame, pictureConfig);
  await output.finalize();
  if (target.buffer === null) throw new Error('The muxer wrote no file.');
  return new Uint8Array(target.buffer);
}

function soundPackets(samples: Int16Array, sampleRate: number): EncodedPacket[] {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  const samplesAPacket = Math.round(packetSeconds * sampleRate);
  const packets: EncodedPacket[] = [];
  for (let start = 0; start < samples.length; start += samplesAPacket) {
    const end = Math.min(samples.length, start + samplesAPacket);
    const data = bytes.subarray(start * 2, end * 2);
    packets.push(new EncodedPacket(data, 'key', start / sampleRate, (end - start) / sampleRate));
  }
  return packets;
}
