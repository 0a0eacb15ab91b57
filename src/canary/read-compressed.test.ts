import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BufferTarget, EncodedAudioPacketSource, EncodedPacket } from 'mediabunny';
import { EncodedVideoPacketSource, Output, WebMOutputFormat } from 'mediabunny';
import { drawPicture } from './encode-picture.ts';
import { encodeSound } from './encode-sound.ts';
import { mintMark } from './mark.ts';
import { optionalCodecs } from './optional-codecs.ts';
import type { Codecs } from './optional-codecs.ts';
import { readMedia } from './read-media.ts';

const key = Buffer.from('a key of the project');
const patient = mintMark(key, 'run', { role: 'patient', patient: 7, take: 2 });
const clinician = mintMark(key, 'run', { role: 'clinician', patient: 7, take: 2 });
const size = { width: 320, height: 240 };
const sampleRate = 48_000;
const codecs = await optionalCodecs();
const skip = codecs === undefined ? '@napi-rs/webcodecs is not installed' : false;

interface Chunk {
  readonly type: 'key' | 'delta';
  readonly timestamp: number;
  readonly byteLength: number;
  copyTo(destination: Uint8Array): void;
}

function packetOf(chunk: Chunk, seconds: number): EncodedPacket {
  const data = new Uint8Array(chunk.byteLength);
  chunk.copyTo(data);
  return new EncodedPacket(data, chunk.type, Math.max(0, chunk.timestamp / 1_000_000), seconds);
}

/** The code in 20 frames, each of which shows it as clearly as `clarity` says, from 0 for grey to 1. */
async function compressedPicture(
  { VideoEncoder, VideoFrame }: Codecs,
  clarity: (index: number) => number,
): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => packets.push(packetOf(chunk, 0.1)),
    error: assert.ifError,
  });
  encoder.configure({ codec: 'vp8', ...size, bitrate: 150_000, framerate: 10 });
  const pixels = new Uint8Array(size.width * size.height * 1.5).fill(128);
  const drawn = drawPicture(patient, size);
  for (let index = 0; index < 20; index += 1) {
    pixels.set(drawn.map((grey) => 128 + (grey - 128) * clarity(index)));
    const frame = new VideoFrame(pixels, {
      format: 'I420',
      codedWidth: size.width,
      codedHeight: size.height,
      timestamp: index * 100_000,
    });
    encoder.encode(frame, { keyFrame: index === 0 });
    frame.close();
  }
  await encoder.flush();
  encoder.close();
  return packets;
}

async function compressedSound({ AudioEncoder, AudioData }: Codecs): Promise<EncodedPacket[]> {
  const packets: EncodedPacket[] = [];
  const encoder = new AudioEncoder({
    output: (chunk) => packets.push(packetOf(chunk, 0.02)),
    error: assert.ifError,
  });
  encoder.configure({ codec: 'opus', sampleRate, numberOfChannels: 1, bitrate: 32_000 });
  const samples = Float32Array.from(
    encodeSound({ patient, clinician }, 2, sampleRate),
    (sample) => sample / 0x8000,
  );
  const frame = sampleRate / 50;
  for (let start = 0; start < samples.length; start += frame) {
    const data = new AudioData({
      format: 'f32',
      sampleRate,
      numberOfFrames: frame,
      numberOfChannels: 1,
      timestamp: (start * 1_000_000) / sampleRate,
      data: samples.slice(start, start + frame),
    });
    encoder.encode(data);
    data.close();
  }
  await encoder.flush();
  encoder.close();
  return packets;
}

type Stamp = (seconds: number, index: number) => number;

interface Making {
  readonly picture?: Stamp;
  readonly sound?: Stamp;
  readonly clarity?: (index: number) => number;
}

const asMade: Stamp = (seconds) => seconds;

/** A file of both tracks, as browsers record it, unless it is said how else it is made. */
async function compressedFile(
  installed: Codecs,
  { picture: stampPicture = asMade, sound: stampSound = asMade, clarity = () => 1 }: Making = {},
): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const picture = new EncodedVideoPacketSource('vp8');
  const sound = new EncodedAudioPacketSource('opus');
  output.addVideoTrack(picture);
  output.addAudioTrack(sound);
  await output.start();
  const videoConfig = { codec: 'vp8', codedWidth: size.width, codedHeight: size.height };
  for (const [index, packet] of (await compressedPicture(installed, clarity)).entries()) {
    const stamped = packet.clone({ timestamp: stampPicture(packet.timestamp, index) });
    await picture.add(stamped, { decoderConfig: videoConfig });
  }
  const soundConfig = { codec: 'opus', sampleRate, numberOfChannels: 1 };
  for (const [index, packet] of (await compressedSound(installed)).entries()) {
    const stamped = packet.clone({ timestamp: stampSound(packet.timestamp, index) });
    await sound.add(stamped, { decoderConfig: soundConfig });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

const mark = { integrity: 'authentic', patient: 7, take: 2 };
const bothVoices = [
  { ...mark, role: 'patient' },
  { ...mark, role: 'clinician' },
];

test('VP8 with inter frames and Opus say whose they are', { skip }, async () => {
  assert.ok(codecs !== undefined);
  const reading = await readMedia(key, 'run', await compressedFile(codecs));
  assert.deepEqual(reading.problems, []);
  assert.deepEqual(
    reading.picture?.stretches.map((stretch) => stretch.mark),
    [{ ...mark, role: 'patient' }],
  );
  assert.deepEqual(
    reading.sound?.stretches.map((stretch) => stretch.mark),
    bothVoices,
  );
});

test(
  'sound whose packets browsers stamped a little early or late is read without a gap',
  { skip },
  async () => {
    assert.ok(codecs !== undefined);
    const late = (seconds: number, index: number) => seconds + ((index + 1) % 2) * 0.016;
    const reading = await readMedia(key, 'run', await compressedFile(codecs, { sound: late }));
    assert.deepEqual(reading.problems, []);
    assert.deepEqual(
      reading.sound?.stretches.map((stretch) => stretch.mark),
      bothVoices,
    );
  },
);

test(
  'sound that a busy browser stamped late, and then on time again, is read to its end',
  { skip },
  async () => {
    assert.ok(codecs !== undefined);
    const stalled = (seconds: number) => (seconds < 1 ? seconds : Math.max(seconds, 1.3));
    const reading = await readMedia(key, 'run', await compressedFile(codecs, { sound: stalled }));
    assert.deepEqual(reading.problems, []);
    const voices = reading.sound?.stretches.filter(({ role }) => role === 'patient') ?? [];
    assert.deepEqual(
      voices.map(({ heard, mark: said }) => said ?? heard),
      [bothVoices[0], 'silence', bothVoices[0]],
    );
    assert.ok(voices.every(({ toMs, fromMs, heard }) => heard === 'mark' || toMs - fromMs < 400));
  },
);

test(
  'a frame that is stamped like the next one is never shown, and not missed',
  { skip },
  async () => {
    assert.ok(codecs !== undefined);
    const alike = (seconds: number, index: number) => (index === 10 ? 1.1 : seconds);
    const reading = await readMedia(key, 'run', await compressedFile(codecs, { picture: alike }));
    assert.deepEqual(
      reading.picture?.stretches.map((stretch) => stretch.mark),
      [{ ...mark, role: 'patient' }],
    );
  },
);

test(
  'a picture that clears up little by little is read as soon as it can be',
  { skip },
  async () => {
    assert.ok(codecs !== undefined);
    const clarity = (index: number) => Math.min(1, index / 10);
    const reading = await readMedia(key, 'run', await compressedFile(codecs, { clarity }));
    const [unread, read] = reading.picture?.stretches ?? [];
    assert.equal(unread?.mark, null);
    assert.ok(unread.toMs <= 300, `unread until ${unread.toMs} ms`);
    assert.deepEqual(read?.mark, { ...mark, role: 'patient' });
  },
);
