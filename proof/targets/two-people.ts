import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MkvOutputFormat,
  Output,
} from 'mediabunny';
import sharp from 'sharp';
import { keyFrameOfWebP, webPOfKeyFrame } from '../../src/canary/webp-container.ts';

/** A recording in whose pictures somebody of another recording stands beside, as in a call of two; itself where one has none. */
export async function twoPeople(own: Buffer, other: Buffer): Promise<Buffer> {
  const [shown, guests] = [await tracksOf(own), await tracksOf(other)];
  const guest = guests.picture && (await new EncodedPacketSink(guests.picture).getFirstPacket());
  const soundConfig = await shown.sound?.getDecoderConfig();
  if (!shown.picture || !shown.sound?.codec || !soundConfig || !guest) return own;
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const video = new EncodedVideoPacketSource('vp8');
  const audio = new EncodedAudioPacketSource(shown.sound.codec);
  output.addVideoTrack(video);
  output.addAudioTrack(audio);
  await output.start();
  const made = new Map<string, Awaited<ReturnType<typeof sideBySide>>>();
  for await (const packet of new EncodedPacketSink(shown.picture).packets()) {
    const frame = Buffer.from(packet.data).toString('base64');
    const { data, codedWidth, codedHeight } =
      made.get(frame) ?? (await sideBySide(packet.data, guest.data));
    made.set(frame, { data, codedWidth, codedHeight });
    const decoderConfig = { codec: 'vp8', codedWidth, codedHeight };
    await video.add(packet.clone({ data }), { decoderConfig });
  }
  for await (const packet of new EncodedPacketSink(shown.sound).packets())
    await audio.add(packet, { decoderConfig: soundConfig });
  await output.finalize();
  return target.buffer === null ? own : Buffer.from(target.buffer);
}

async function tracksOf(media: Buffer) {
  const input = new Input({ source: new BufferSource(media), formats: ALL_FORMATS });
  const picture = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  return { picture, sound };
}

async function sideBySide(left: Uint8Array, right: Uint8Array) {
  const [one, two] = [Buffer.from(webPOfKeyFrame(left)), Buffer.from(webPOfKeyFrame(right))];
  const { width, height } = await sharp(one).metadata();
  const whole = await sharp(one)
    .extend({ right: width, background: 'white' })
    .composite([{ input: await sharp(two).resize(width, height).toBuffer(), left: width, top: 0 }])
    .webp({ quality: 60, effort: 0 })
    .toBuffer();
  return { data: keyFrameOfWebP(whole), codedWidth: width * 2, codedHeight: height };
}
