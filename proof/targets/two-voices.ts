import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  MkvOutputFormat,
  Output,
} from 'mediabunny';

const bytesASample = 2;
/** What is left of the voice in the other channel: too little to be heard when both are mixed. */
const softness = 8;

/** A recording of sound with one voice on the left and another, softly, on the right. */
export async function twoVoices(left: Buffer, right: Buffer): Promise<Buffer> {
  const [loud, soft] = [await samplesOf(left), await samplesOf(right)];
  if (loud === undefined || soft === undefined) return left;
  const frames = loud.bytes.length / bytesASample;
  const both = Buffer.alloc(frames * 2 * bytesASample);
  for (let at = 0; at < frames; at += 1) {
    const from = at * bytesASample;
    both.writeInt16LE(loud.bytes.readInt16LE(from), from * 2);
    const spoken = from < soft.bytes.length ? soft.bytes.readInt16LE(from) : 0;
    both.writeInt16LE(Math.round(spoken / softness), from * 2 + bytesASample);
  }
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const sound = new EncodedAudioPacketSource('pcm-s16');
  output.addAudioTrack(sound);
  await output.start();
  const { sampleRate } = loud;
  const decoderConfig = { codec: 'pcm-s16', sampleRate, numberOfChannels: 2 };
  await sound.add(new EncodedPacket(both, 'key', 0, frames / sampleRate), { decoderConfig });
  await output.finalize();
  return target.buffer === null ? left : Buffer.from(target.buffer);
}

async function samplesOf(media: Buffer) {
  const input = new Input({ source: new BufferSource(media), formats: ALL_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config) return undefined;
  const packets: Uint8Array[] = [];
  for await (const { data } of new EncodedPacketSink(track).packets()) packets.push(data);
  return { bytes: Buffer.concat(packets), sampleRate: config.sampleRate };
}
