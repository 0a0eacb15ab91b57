import { randomBytes, randomInt } from 'node:crypto';
import sharp from 'sharp';
import { decodeFrames } from '../src/canary/decode-frames.ts';
import { decodeKeyFrame, decodePicture } from '../src/canary/decode-picture.ts';
import { decodeSound } from '../src/canary/decode-sound.ts';
import { drawPicture, encodePicture } from '../src/canary/encode-picture.ts';
import { encodeSound } from '../src/canary/encode-sound.ts';
import { mintMark } from '../src/canary/mark.ts';
import { optionalCodecs } from '../src/canary/optional-codecs.ts';
import type { Codecs } from '../src/canary/optional-codecs.ts';
import type { Role } from '../src/model/role.ts';
import { roles } from '../src/model/role.ts';
import { EncodedPacket } from 'mediabunny';
import type { Figure, Measurement } from './measurement.ts';

const cuts = [0.6, 1, 1.5, 2];
const cutsMeasured = 100;
const recordings = 20;
const recordingSeconds = 4;
const opusRate = 48_000;
const key = randomBytes(32);

interface Tally {
  read: number;
  wrong: number;
}

type Marks = Readonly<Record<Role, Uint8Array>>;
type Sound = { readonly samples: Float32Array | Int16Array; readonly sampleRate: number };

function randomMarks(): Marks {
  const content = { patient: randomInt(0x100_0000), take: randomInt(0x1000) };
  return {
    patient: mintMark(key, 'bench', { role: 'patient', ...content }),
    clinician: mintMark(key, 'bench', { role: 'clinician', ...content }),
  };
}

/** Cuts recordings at random places; `read` where the mark was found, `wrong` where another one was. */
async function measureSound(
  name: string,
  record: (marks: Marks) => Promise<Sound>,
): Promise<Figure[]> {
  const tallies = new Map<string, Tally>();
  for (let recording = 0; recording < recordings; recording += 1) {
    const marks = randomMarks();
    const { samples, sampleRate } = await record(marks);
    for (const seconds of cuts) {
      for (let cut = 0; cut < cutsMeasured / recordings; cut += 1) {
        const length = Math.round(seconds * sampleRate);
        const start = randomInt(samples.length - length);
        const piece = samples.slice(start, start + length);
        for (const role of roles) {
          const heard = decodeSound(piece, sampleRate, role).flatMap(({ mark }) => mark ?? []);
          count(tallies, `${seconds} s ${role}`, heard, marks[role]);
        }
      }
    }
  }
  return figuresOf(name, tallies, cutsMeasured);
}

async function measureFrames(
  name: string,
  show: (mark: Uint8Array) => Promise<readonly (Uint8Array | undefined)[]>,
): Promise<Figure[]> {
  const tallies = new Map<string, Tally>();
  let frames = 0;
  while (frames < cutsMeasured) {
    const { patient } = randomMarks();
    for (const seen of await show(patient)) {
      frames += 1;
      count(tallies, 'single frames', seen === undefined ? [] : [seen], patient);
    }
  }
  return figuresOf(name, tallies, frames);
}

function figuresOf(name: string, tallies: Map<string, Tally>, tried: number): Figure[] {
  return Array.from(tallies, ([cell, { read, wrong }]) => ({
    what: `${name}, ${cell}`,
    value: read,
    unit: `of ${tried} read, ${wrong} wrong`,
  }));
}

function count(
  tallies: Map<string, Tally>,
  cell: string,
  found: readonly Uint8Array[],
  expected: Uint8Array,
): void {
  const tally = tallies.get(cell) ?? { read: 0, wrong: 0 };
  tallies.set(cell, tally);
  const isRight = (mark: Uint8Array): boolean => Buffer.from(expected).equals(mark);
  if (found.some(isRight)) tally.read += 1;
  if (found.some((mark) => !isRight(mark))) tally.wrong += 1;
}

async function throughOpus(codecs: Codecs, marks: Marks, bitrate: number): Promise<Sound> {
  const sampleRate = opusRate;
  const frame = sampleRate / 50;
  const pieces: Float32Array[] = [];
  const failures: Error[] = [];
  const fail = (error: Error): void => void failures.push(error);
  const decoder = new codecs.AudioDecoder({
    output: (data) => {
      const piece = new Float32Array(data.numberOfFrames);
      data.copyTo(piece, { planeIndex: 0, format: 'f32-planar' });
      data.close();
      pieces.push(piece);
    },
    error: fail,
  });
  decoder.configure({ codec: 'opus', sampleRate, numberOfChannels: 1 });
  const encoder = new codecs.AudioEncoder({
    output: (chunk) => decoder.decode(chunk),
    error: fail,
  });
  encoder.configure({ codec: 'opus', sampleRate, numberOfChannels: 1, bitrate });
  const samples = Float32Array.from(
    encodeSound(marks, recordingSeconds, sampleRate),
    (sample) => sample / 0x8000,
  );
  for (let start = 0; start + frame <= samples.length; start += frame) {
    const data = new codecs.AudioData({
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
  await decoder.flush();
  encoder.close();
  decoder.close();
  if (failures[0] !== undefined) throw failures[0];
  const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return { samples: whole, sampleRate };
}

/** Draws at 640 by 480, records at half of that, as browsers do under load. */
async function throughVp8(
  codecs: Codecs,
  mark: Uint8Array,
  bitrate: number,
): Promise<(Uint8Array | undefined)[]> {
  const drawn = { width: 640, height: 480 };
  const width = drawn.width / 2;
  const height = drawn.height / 2;
  const grey = await sharp(drawPicture(mark, drawn), { raw: { ...drawn, channels: 1 } })
    .resize(width, height)
    .greyscale()
    .raw()
    .toBuffer();
  const pixels = new Uint8Array(width * height * 1.5).fill(128);
  pixels.set(grey.subarray(0, width * height));
  const packets: EncodedPacket[] = [];
  const failures: Error[] = [];
  const encoder = new codecs.VideoEncoder({
    output: (chunk) => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      packets.push(new EncodedPacket(data, chunk.type, chunk.timestamp / 1_000_000, 0.1));
    },
    error: (error) => void failures.push(error),
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate, framerate: 10 });
  for (let index = 0; index < 10; index += 1) {
    const frame = new codecs.VideoFrame(pixels, {
      format: 'I420',
      codedWidth: width,
      codedHeight: height,
      timestamp: index * 100_000,
    });
    encoder.encode(frame, { keyFrame: index === 0 });
    frame.close();
  }
  await encoder.flush();
  encoder.close();
  if (failures[0] !== undefined) throw failures[0];
  const read: (Uint8Array | undefined)[] = [];
  for await (const frame of decodeFrames(codecs, { codec: 'vp8' }, packets)) {
    const [shown] = await decodePicture(frame.pixels, frame.width, frame.height);
    read.push(shown);
  }
  return read;
}

/** How many marks are read from sound and picture as they are stored, and after codecs that lose some of them. */
export async function canaryReadingRates(): Promise<Measurement> {
  const figures = [
    ...(await measureSound('PCM at 8 kHz', async (marks) => {
      return { samples: encodeSound(marks, recordingSeconds, 8000), sampleRate: 8000 };
    })),
    ...(await measureFrames('VP8 key frames of 320 by 240', async (mark) => [
      (await decodeKeyFrame(await encodePicture(mark, { width: 320, height: 240 })))[0],
    ])),
  ];
  const codecs = await optionalCodecs();
  if (codecs === undefined)
    figures.push({
      what: 'Opus and VP8 streams',
      value: 'not measured',
      unit: '@napi-rs/webcodecs is not installed here',
    });
  else figures.push(...(await throughCodecs(codecs)));
  return { title: 'Canary reading rates, cuts at random', figures };
}

async function throughCodecs(codecs: Codecs): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const bitrate of [16_000, 32_000])
    figures.push(
      ...(await measureSound(`Opus at ${bitrate / 1000} kbit/s`, async (marks) => {
        return await throughOpus(codecs, marks, bitrate);
      })),
    );
  for (const bitrate of [60_000, 250_000])
    figures.push(
      ...(await measureFrames(`VP8 stream at half size, ${bitrate / 1000} kbit/s`, async (mark) => {
        return await throughVp8(codecs, mark, bitrate);
      })),
    );
  return figures;
}
