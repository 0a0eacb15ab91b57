import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeSound } from './decode-sound.ts';
import type { SoundReading } from './decode-sound.ts';
import { encodeSound } from './encode-sound.ts';
import { mintMark, readMark } from './mark.ts';
import type { Role } from '../model/role.ts';
import { roles } from '../model/role.ts';
import { symbolRate, toneFrequency, tonesARole } from './sound-code.ts';

const key = Buffer.from('a key of the project');
const rate = 8000;

function markOf(role: Role, patient: number, take = 1): Uint8Array {
  return mintMark(key, 'run', { role, patient, take });
}

function noGaps(readings: readonly SoundReading[], endMs: number): void {
  let at = 0;
  for (const { fromMs, toMs } of readings) {
    assert.equal(fromMs, at);
    assert.ok(toMs > fromMs);
    at = toMs;
  }
  assert.equal(at, endMs);
}

test('every cut of 1.5 s is read whole, for both roles at once, at every sample rate', () => {
  const patients = fc.integer({ min: 0, max: 0xff_ffff });
  const rates = fc.constantFrom(8000, 16_000, 44_100, 48_000);
  fc.assert(
    fc.property(
      patients,
      rates,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (patient, sampleRate, at) => {
        const voices = {
          patient: markOf('patient', patient),
          clinician: markOf('clinician', patient),
        };
        const sound = encodeSound(voices, 3, sampleRate);
        const start = Math.floor(at * 1.5 * sampleRate);
        const cut = sound.subarray(start, start + 1.5 * sampleRate);
        for (const role of roles) {
          assert.deepEqual(decodeSound(cut, sampleRate, role), [
            { fromMs: 0, toMs: 1500, heard: 'mark', mark: voices[role] },
          ]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('sound is read however loud, shifted or inverted it is', () => {
  const mark = markOf('patient', 41);
  const sound = Float32Array.from(
    encodeSound({ patient: mark }, 2, rate),
    (sample) => sample / 0x8000,
  );
  for (const gain of [1, -1, 0.1, 0.03]) {
    const heard = decodeSound(
      sound.map((sample) => sample * gain + 0.1),
      rate,
      'patient',
    );
    assert.deepEqual(heard, [{ fromMs: 0, toMs: 2000, heard: 'mark', mark }], `gain ${gain}`);
  }
});

test('a splice is two stretches that meet where it was made', () => {
  const one = markOf('patient', 1);
  const other = markOf('patient', 2);
  const isOurs = (mark: Uint8Array) => [one, other].some((ours) => ours.join() === mark.join());
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7000 }), fc.integer({ min: 0, max: 7000 }), (a, b) => {
      const spliced = new Int16Array(rate * 3);
      spliced.set(encodeSound({ patient: one }, 3, rate).subarray(a, a + rate * 1.5));
      spliced.set(encodeSound({ patient: other }, 3, rate).subarray(b, b + rate * 1.5), rate * 1.5);
      const readings = decodeSound(spliced, rate, 'patient', isOurs);
      assert.deepEqual(
        readings.map(({ mark }) => mark),
        [one, other],
      );
      noGaps(readings, 3000);
      assert.ok(Math.abs((readings[0]?.toMs ?? 0) - 1500) <= 160, `${readings[0]?.toMs}`);
    }),
    // Here a loop that is half of each has a right checksum by chance.
    { numRuns: 50, examples: [[760, 5722]] },
  );
});

test('a strange mark between two that are known is told for as long as it is heard', () => {
  const own = markOf('patient', 1);
  const strange = markOf('patient', 2);
  const sound = encodeSound({ patient: own }, 6, rate);
  sound.set(encodeSound({ patient: strange }, 1.5, rate), rate * 2);
  const readings = decodeSound(sound, rate, 'patient', (mark) => mark.join() === own.join());
  assert.deepEqual(
    readings.map(({ mark }) => mark),
    [own, strange, own],
  );
  assert.ok(Math.abs((readings[1]?.fromMs ?? 0) - 2000) <= 160);
  assert.ok(Math.abs((readings[1]?.toMs ?? 0) - 3500) <= 160);
});

/** Sound as calls give it that make up for late packets: of every 200 ms the last 10 come twice. */
function stretched(sound: Int16Array): Int16Array {
  const pieces: Int16Array[] = [];
  for (let at = 0; at < sound.length; at += 0.19 * rate)
    pieces.push(sound.subarray(at, at + 0.2 * rate));
  return Int16Array.from(pieces.flatMap((piece) => [...piece]));
}

test('sound that a call stretched is read for marks of ours, and for no others', () => {
  const marks = { patient: markOf('patient', 7), clinician: markOf('clinician', 7) };
  const sound = stretched(encodeSound(marks, 6, rate));
  const isOurs = (mark: Uint8Array) => readMark(key, 'run', mark)?.integrity === 'authentic';
  for (const role of roles) {
    const ours = longestUnread(decodeSound(sound, rate, role, isOurs));
    assert.ok(ours < 1500, `${ours} ms unread`);
    assert.ok(longestUnread(decodeSound(sound, rate, role, () => false)) > 2500);
  }
});

function longestUnread(readings: readonly SoundReading[]): number {
  const unread = readings.filter(({ mark }) => mark === null);
  return Math.max(0, ...unread.map(({ fromMs, toMs }) => toMs - fromMs));
}

/** Sound of which every 700 ms something else is heard for 60 ms, so that no loop of 920 ms is whole after the first 2 s. */
function broken(sound: Int16Array): Int16Array {
  const interrupted = sound.slice();
  for (let at = 2 * rate; at < sound.length; at += 0.7 * rate)
    interrupted.fill(9000, at, at + 0.06 * rate);
  return interrupted;
}

test('pieces of a loop continue a mark that is read elsewhere in the same sound', () => {
  const marks = { patient: markOf('patient', 7), clinician: markOf('clinician', 7) };
  const sound = broken(encodeSound(marks, 6, rate));
  for (const role of roles) {
    const isOurs = (mark: Uint8Array) => mark.join() === marks[role].join();
    assert.deepEqual(decodeSound(sound, rate, role, isOurs), [
      { fromMs: 0, toMs: 6000, heard: 'mark', mark: marks[role] },
    ]);
  }
});

test('pieces of somebody else’s loop continue no mark', () => {
  const own = markOf('patient', 1);
  const isOwn = (mark: Uint8Array) => mark.join() === own.join();
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 500_000 }), (patient) => {
      const sound = encodeSound({ patient: own }, 6, rate);
      const strange = encodeSound({ patient: markOf('patient', patient) }, 0.8, rate);
      sound.set(strange, rate * 2);
      assert.ok(longestUnread(decodeSound(sound, rate, 'patient', isOwn)) > 600);
    }),
    { numRuns: 50 },
  );
});

test('silence, noise and too short a piece of another are reported, not skipped', () => {
  const mark = markOf('patient', 1);
  const sound = new Int16Array(rate * 6);
  sound.set(encodeSound({ patient: mark }, 2, rate));
  sound.set(
    Int16Array.from({ length: rate }, () => randomInt(-9000, 9000)),
    rate * 3,
  );
  sound.set(encodeSound({ patient: markOf('patient', 2) }, 0.5, rate), rate * 5);
  const readings = decodeSound(sound, rate, 'patient');
  noGaps(readings, 6000);
  assert.deepEqual(
    readings.map(({ heard }) => heard),
    ['mark', 'silence', 'unreadable', 'silence', 'unreadable', 'silence'],
  );
  assert.deepEqual(
    decodeSound(sound, rate, 'clinician').map(({ heard }) => heard),
    ['silence', 'unreadable', 'silence'],
  );
});

test('sound too short for a loop is unreadable; no sound gives no stretch', () => {
  const sound = encodeSound({ patient: markOf('patient', 1) }, 0.6, rate);
  const unreadable = { fromMs: 0, toMs: 600, heard: 'unreadable', mark: null };
  assert.deepEqual(decodeSound(sound, rate, 'patient'), [unreadable]);
  assert.deepEqual(decodeSound(sound.subarray(0, 0), rate, 'patient'), []);
  assert.equal(decodeSound(sound.subarray(0, 80), rate, 'patient').length, 1);
});

test('damaged sound never reads as another patient or take', () => {
  const mark = markOf('patient', 41, 3);
  const sound = encodeSound({ patient: mark }, 2, rate);
  const tones = fc.array(
    fc.record({
      at: fc.nat(48),
      tone: fc.nat(tonesARole - 1),
      gain: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(tones, (added) => {
      const damaged = Int16Array.from(sound);
      for (const { at, tone, gain } of added) addTone(damaged, at, tone, gain * 4000);
      for (const reading of decodeSound(damaged, rate, 'patient')) {
        if (reading.mark === null) continue;
        const read = readMark(key, 'run', reading.mark);
        if (read?.integrity === 'authentic') assert.deepEqual(reading.mark, mark);
      }
    }),
    { numRuns: 300 },
  );
});

test('a quarter of a million loops of random tones hold no authentic mark', () => {
  for (let round = 0; round < 4; round += 1) {
    const symbols = 8000;
    const sound = new Int16Array((symbols * rate) / symbolRate);
    for (let symbol = 0; symbol < symbols; symbol += 1) {
      const tone = symbol % 23 === 0 ? tonesARole - 1 : randomInt(tonesARole - 1);
      addTone(sound, symbol, tone, 9000);
    }
    for (const { mark } of decodeSound(sound, rate, 'patient')) {
      if (mark !== null) assert.notEqual(readMark(key, 'run', mark)?.integrity, 'authentic');
    }
  }
});

function addTone(sound: Int16Array, symbol: number, tone: number, amplitude: number): void {
  const length = rate / symbolRate;
  const step = (2 * Math.PI * toneFrequency('patient', tone)) / rate;
  for (let index = 0; index < length; index += 1) {
    const at = symbol * length + index;
    if (at < sound.length) sound[at] = (sound[at] ?? 0) + amplitude * Math.sin(step * index);
  }
}
