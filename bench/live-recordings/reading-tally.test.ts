import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeSound } from '../../src/canary/encode-sound.ts';
import { mintMark } from '../../src/canary/mark.ts';
import { tracks } from './marks-within.ts';
import type { ReadTracks } from './read-tracks.ts';
import { cutSeconds, ReadingTally } from './reading-tally.ts';
import { key, run } from './recording.ts';

const takeSeconds = 8;
const sampleRate = 8000;
const performed = {
  patient: 7,
  load: 0,
  takes: [1, 2].map((take) => ({
    take,
    fromMs: (take - 1) * takeSeconds * 1000,
    toMs: take * takeSeconds * 1000,
  })),
};

/** What a recording of these patients’ marks would be decoded to, a take after the other. */
function decoded(patients: readonly number[]): ReadTracks {
  const marks = patients.map((patient, at) => ({
    patient: mintMark(key, run, { role: 'patient', patient, take: at + 1 }),
    clinician: mintMark(key, run, { role: 'clinician', patient, take: at + 1 }),
  }));
  const spoken = marks.map((voices) => encodeSound(voices, takeSeconds, sampleRate));
  const samples = Float32Array.from(
    spoken.flatMap((piece) => [...piece]),
    (sample) => sample / 0x8000,
  );
  const endMs = patients.length * takeSeconds * 1000;
  return {
    frames: marks.map(({ patient: mark }, at) => ({
      fromMs: at * takeSeconds * 1000,
      toMs: (at + 1) * takeSeconds * 1000,
      marks: [mark],
    })),
    sound: { samples, apart: [], sampleRate, startMs: 0, endMs, problems: [] },
    problems: [],
  };
}

function wrongAndRates(read: ReadTracks) {
  const tally = new ReadingTally('test', tracks);
  tally.add(performed, read, 5);
  const figures = tally.figures();
  return {
    wrong: figures.at(-1)?.value,
    rates: figures
      .filter(({ unit }) => unit === '%')
      .map(({ value }) => String(value).trim().split(/ +/).map(Number)),
  };
}

test('a perfect recording is read from every cut that is long enough', () => {
  const { wrong, rates } = wrongAndRates(decoded([7, 7]));
  const [picture, ...voices] = rates;
  assert.deepEqual(
    picture,
    cutSeconds.map(() => 100),
  );
  for (const voice of voices)
    assert.deepEqual(
      voice,
      cutSeconds.map((seconds) => (seconds < 1 ? 0 : 100)),
    );
  assert.equal(wrong, 0);
});

test('a take that comes later than the clock says is not read where it was due, and not wrong', () => {
  const late = {
    ...decoded([7, 7]),
    frames: decoded([7]).frames.map((one) => ({ ...one, toMs: 16_000 })),
  };
  const { wrong, rates } = wrongAndRates(late);
  assert.equal(wrong, 0);
  assert.ok(rates[0]?.some((rate) => rate < 100));
});

test('somebody else’s mark is wrong and not read', () => {
  const { wrong, rates } = wrongAndRates(decoded([8, 8]));
  assert.deepEqual(
    rates[0],
    cutSeconds.map(() => 0),
  );
  // All whole readings, and all cuts but those of sound that are too short.
  assert.equal(wrong, tracks.length * (1 + 5 * cutSeconds.length) - 2 * 5);
});
