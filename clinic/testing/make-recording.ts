import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Output,
} from 'mediabunny';
import sharp from 'sharp';

const sampleRate = 8_000;
const frameSeconds = 0.25;
const usualSize = { width: 160, height: 120 };

/** A colour, by which a test knows a picture again. */
export interface Colour {
  r: number;
  g: number;
  b: number;
}

/** A recording as a device publishes it: 16-bit sound at one level, with pictures of one colour or without any. */
export async function makeRecording(recording: {
  seconds: number;
  level: number;
  colour?: Colour;
  /** In pixels */
  size?: { width: number; height: number };
  /** Time of the first packet; recorders in browsers do not begin at 0 */
  startsAtSeconds?: number;
}): Promise<Uint8Array> {
  const { seconds, level, colour, size = usualSize, startsAtSeconds = 0 } = recording;
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const video = new EncodedVideoPacketSource('vp8');
  const audio = new EncodedAudioPacketSource('pcm-s16');
  if (colour) output.addVideoTrack(video);
  output.addAudioTrack(audio);
  await output.start();
  const keyFrame = colour ? await keyFrameOf(colour, size) : new Uint8Array();
  for (let passed = 0; passed < seconds; passed += frameSeconds) {
    const at = startsAtSeconds + passed;
    const sound = new Int16Array(sampleRate * frameSeconds).fill(level);
    await audio.add(new EncodedPacket(new Uint8Array(sound.buffer), 'key', at, frameSeconds), {
      decoderConfig: { codec: 'pcm-s16', sampleRate, numberOfChannels: 1 },
    });
    if (!colour) continue;
    await video.add(new EncodedPacket(keyFrame, 'key', at, frameSeconds), {
      decoderConfig: { codec: 'vp8', codedWidth: size.width, codedHeight: size.height },
    });
  }
  await output.finalize();
  if (!target.buffer) throw new Error('The recording was not written.');
  return new Uint8Array(target.buffer);
}

/** The picture inside a lossy WebP file is a VP8 key frame; it follows a header of 20 bytes. */
async function keyFrameOf(
  colour: Colour,
  size: { width: number; height: number },
): Promise<Uint8Array> {
  const webp = await sharp({ create: { ...size, channels: 3, background: colour } })
    .webp({ quality: 80 })
    .toBuffer();
  if (webp.toString('latin1', 12, 16) !== 'VP8 ') throw new Error('The picture is not lossy WebP.');
  return webp.subarray(20, 20 + webp.readUInt32LE(16));
}
