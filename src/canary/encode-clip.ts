import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Output,
} from 'mediabunny';
import { encodePicture } from './encode-picture.ts';
import type { PictureSize } from './encode-picture.ts';
import { encodeSound } from './encode-sound.ts';
import type { Voices } from './encode-sound.ts';

/** What a clip shows and who speaks in it. */
export interface Clip extends Partial<PictureSize> {
  /** The mark that every frame shows, 320 by 240 unless a size is given; without it the clip is sound alone. */
  readonly picture?: Uint8Array;
  readonly sound: Voices;
  readonly seconds: number;
  /** Two unless given. */
  readonly framesPerSecond?: number;
  /** Samples a second, 8000 unless given. */
  readonly sampleRate?: number;
}

/** Packets of sound last this many seconds. */
const packetSeconds = 0.25;

/** A Matroska file of VP8 key frames and 16-bit PCM that browsers play as `video/webm`. The same clip gives the same bytes. */
export async function encodeClip(clip: Clip): Promise<Uint8Array> {
  const { seconds, width = 320, height = 240, framesPerSecond = 2, sampleRate = 8000 } = clip;
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const picture = new EncodedVideoPacketSource('vp8');
  const sound = new EncodedAudioPacketSource('pcm-s16');
  if (clip.picture !== undefined) output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();

  const samples = encodeSound(clip.sound, seconds, sampleRate);
  const heard = soundPackets(samples, sampleRate);
  const shown =
    clip.picture === undefined
      ? []
      : picturePackets(
          await encodePicture(clip.picture, { width, height }),
          seconds,
          framesPerSecond,
        );
  const pictureConfig = {
    decoderConfig: { codec: 'vp8', codedWidth: width, codedHeight: height },
  };
  const soundConfig = {
    decoderConfig: { codec: 'pcm-s16', sampleRate, numberOfChannels: 1 },
  };
  let nextShown = 0;
  for (const packet of heard) {
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

function picturePackets(
  keyFrame: Uint8Array,
  seconds: number,
  framesPerSecond: number,
): EncodedPacket[] {
  const frames = Math.max(1, Math.round(seconds * framesPerSecond));
  return Array.from(
    { length: frames },
    (_, index) => new EncodedPacket(keyFrame, 'key', (index * seconds) / frames, seconds / frames),
  );
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
