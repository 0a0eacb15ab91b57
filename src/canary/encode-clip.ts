import { encodePicture } from './encode-picture.ts';
import type { PictureSize } from './encode-picture.ts';
import { encodeSound } from './encode-sound.ts';
import type { Voices } from './encode-sound.ts';
import { muxClip } from './mux-clip.ts';
import type { TimedFrame } from './mux-clip.ts';

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

/** A file that browsers play, of one picture all through and the voices beside it. The same clip gives the same bytes. */
export async function encodeClip(clip: Clip): Promise<Uint8Array> {
  const { seconds, width = 320, height = 240, framesPerSecond = 2, sampleRate = 8000 } = clip;
  const samples = encodeSound(clip.sound, seconds, sampleRate);
  const frames =
    clip.picture === undefined
      ? []
      : stillFrames(await encodePicture(clip.picture, { width, height }), seconds, framesPerSecond);
  return await muxClip({ size: { width, height }, frames, samples, sampleRate });
}

function stillFrames(keyFrame: Uint8Array, seconds: number, framesPerSecond: number): TimedFrame[] {
  const count = Math.max(1, Math.round(seconds * framesPerSecond));
  return Array.from({ length: count }, (_, index) => ({
    keyFrame,
    at: (index * seconds) / count,
    seconds: seconds / count,
  }));
}
