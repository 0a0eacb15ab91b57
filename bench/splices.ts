import { randomBytes, randomInt } from 'node:crypto';
import { encodePicture } from '../src/canary/encode-picture.ts';
import { encodeSound } from '../src/canary/encode-sound.ts';
import { mintMark } from '../src/canary/mark.ts';
import type { MediaReading, PictureStretch } from '../src/canary/media-reading.ts';
import { muxClip } from '../src/canary/mux-clip.ts';
import { readMedia } from '../src/canary/read-media.ts';
import { missBound } from './miss-bound.ts';
import type { Figure, Measurement } from './measurement.ts';

/** Where somebody else's stretch lies in a file, in ms. */
interface Splice {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A track in which a stretch may be somebody else's, and what is expected of finding it. */
interface Expectation {
  readonly track: 'picture' | 'sound';
  /** From this length on a foreign stretch has to be found, in ms. */
  readonly foundFromMs: number;
  /** How far its found start and end may be off, in ms. */
  readonly withinMs: number;
}

const expectations: readonly Expectation[] = [
  { track: 'picture', foundFromMs: 1000, withinMs: 500 },
  { track: 'sound', foundFromMs: 1500, withinMs: 1000 },
];
const files = 300;
const fileMs = { least: 10_000, most: 300_000 } as const;
const spliceMs = { least: 500, most: 5000 } as const;
const framesASecond = 4;
const sampleRate = 8000;
const size = { width: 320, height: 240 } as const;
const key = randomBytes(32);
const run = 'bench';
const owner = 1;
const stranger = 2;

interface Tally {
  tried: number;
  missed: number;
  misplaced: number;
  shorter: number;
  shorterFound: number;
  worstMs: number;
  untouched: number;
  falselyFound: number;
}

/** Files with a foreign stretch at a random place in picture, sound or both: found, and found where it is. */
export async function splices(): Promise<Measurement> {
  const tallies = new Map(
    expectations.map(({ track }) => [
      track,
      {
        tried: 0,
        missed: 0,
        misplaced: 0,
        shorter: 0,
        shorterFound: 0,
        worstMs: 0,
        untouched: 0,
        falselyFound: 0,
      },
    ]),
  );
  for (let file = 0; file < files; file += 1) {
    const lastsMs = randomInt(fileMs.least, fileMs.most + 1);
    const spliced = randomInt(spliceMs.least, spliceMs.most + 1);
    const fromMs = randomInt(0, lastsMs - spliced + 1);
    const splice = { fromMs, toMs: fromMs + spliced };
    const where = (['picture', 'sound', 'both'] as const)[file % 3] ?? 'both';
    const isIn = (track: string): boolean => where === 'both' || where === track;
    const bytes = await splicedFile(lastsMs, splice, isIn);
    const reading = await readMedia(key, run, bytes);
    for (const expectation of expectations) {
      const tally = tallies.get(expectation.track);
      if (tally === undefined) continue;
      count(tally, expectation, reading, isIn(expectation.track) ? splice : undefined);
    }
  }
  return {
    title: `Foreign stretches of 0.5 to 5 s in ${files} files of 10 s to 5 min`,
    figures: expectations.flatMap((expectation) => {
      const tally = tallies.get(expectation.track);
      return tally === undefined ? [] : figuresOf(expectation, tally);
    }),
  };
}

/** The owner's recording, in which the stretch's picture or sound, or both, is of somebody else's. */
async function splicedFile(
  lastsMs: number,
  splice: Splice,
  isIn: (track: 'picture' | 'sound') => boolean,
): Promise<Uint8Array> {
  const own = mintMark(key, run, { role: 'patient', patient: owner, take: 1 });
  const foreign = mintMark(key, run, { role: 'patient', patient: stranger, take: 1 });
  const [ownFrame, foreignFrame] = [
    await encodePicture(own, size),
    await encodePicture(foreign, size),
  ];
  const frames = Array.from({ length: Math.ceil((lastsMs / 1000) * framesASecond) }, (_, at) => {
    const atMs = (at * 1000) / framesASecond;
    const isForeign = isIn('picture') && atMs >= splice.fromMs && atMs < splice.toMs;
    return {
      keyFrame: isForeign ? foreignFrame : ownFrame,
      at: atMs / 1000,
      seconds: 1 / framesASecond,
    };
  });
  const samples = encodeSound({ patient: own }, lastsMs / 1000, sampleRate);
  if (isIn('sound')) {
    const spoken = encodeSound(
      { patient: foreign },
      (splice.toMs - splice.fromMs) / 1000,
      sampleRate,
    );
    const at = Math.round((splice.fromMs * sampleRate) / 1000);
    samples.set(spoken.subarray(0, samples.length - at), at);
  }
  return await muxClip({ size, frames, samples, sampleRate });
}

function count(
  tally: Tally,
  { track, foundFromMs, withinMs }: Expectation,
  reading: MediaReading,
  splice: Splice | undefined,
): void {
  const found = (reading[track]?.stretches ?? []).filter(isStrangers);
  const [first] = found;
  const last = found.at(-1);
  if (splice === undefined) {
    tally.untouched += 1;
    if (first !== undefined) tally.falselyFound += 1;
  } else if (splice.toMs - splice.fromMs < foundFromMs) {
    tally.shorter += 1;
    if (first !== undefined) tally.shorterFound += 1;
  } else {
    tally.tried += 1;
    if (first === undefined || last === undefined) {
      tally.missed += 1;
    } else {
      const offMs = Math.max(
        Math.abs(first.fromMs - splice.fromMs),
        Math.abs(last.toMs - splice.toMs),
      );
      tally.worstMs = Math.max(tally.worstMs, offMs);
      if (offMs > withinMs) tally.misplaced += 1;
    }
  }
}

function isStrangers({ mark }: PictureStretch): boolean {
  return mark?.integrity === 'authentic' && mark.patient === stranger;
}

function figuresOf({ track, foundFromMs, withinMs }: Expectation, tally: Tally): Figure[] {
  const from = `${track}, ${foundFromMs / 1000} s or more`;
  return [
    { what: `${from}: tried`, value: tally.tried, unit: 'stretches' },
    { what: `${from}: missed`, value: tally.missed, unit: 'stretches', aim: 'none' },
    {
      what: `${from}: missed at most, with 95 % confidence`,
      value: missBound(tally.tried, tally.missed) * 100,
      unit: '%',
    },
    { what: `${from}: off by more than ${withinMs} ms`, value: tally.misplaced, aim: 'none' },
    { what: `${from}: furthest off`, value: tally.worstMs, unit: 'ms' },
    {
      what: `${track}, shorter: found`,
      value: tally.shorterFound,
      unit: `of ${tally.shorter}`,
    },
    {
      what: `${track}, none there: found all the same`,
      value: tally.falselyFound,
      unit: `of ${tally.untouched}`,
      aim: 'none',
    },
  ];
}
