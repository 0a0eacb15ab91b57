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

/** A file that shows the first frame of one recording for as long as the sound of another one lasts. */
export async function stillPictureWithSound(shown: Buffer, heard: Buffer): Promise<Buffer> {
  const pictures = new Input({ source: new BufferSource(shown), formats: ALL_FORMATS });
  const sounds = new Input({ source: new BufferSource(heard), formats: ALL_FORMATS });
  const picture = await pictures.getPrimaryVideoTrack();
  const frame = picture && (await new EncodedPacketSink(picture).getFirstPacket());
  const pictureConfig = await picture?.getDecoderConfig();
  const sound = await sounds.getPrimaryAudioTrack();
  const soundConfig = await sound?.getDecoderConfig();
  if (!sound?.codec || !soundConfig || !frame || !pictureConfig) return heard;
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const audio = new EncodedAudioPacketSource(sound.codec);
  const video = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(video);
  output.addAudioTrack(audio);
  await output.start();
  const duration = await sound.computeDuration();
  await video.add(frame.clone({ timestamp: 0, duration }), { decoderConfig: pictureConfig });
  for await (const packet of new EncodedPacketSink(sound).packets())
    await audio.add(packet, { decoderConfig: soundConfig });
  await output.finalize();
  return target.buffer === null ? heard : Buffer.from(target.buffer);
}
