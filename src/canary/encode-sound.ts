import { BoundedCache } from './bounded-cache.ts';
import { markBytes } from './mark.ts';
import type { Role } from '../model/role.ts';
import { roles } from '../model/role.ts';
import { loopSymbols, symbolRate, toneFrequency, tonesOfMark } from './sound-code.ts';

/** Who speaks: a mark for each role that does. */
export type Voices = Readonly<Partial<Record<Role, Uint8Array>>>;

const amplitude = 0.4 * 0x7fff;
const mostSeconds = 3600;
const symbols = new BoundedCache<Int16Array>(512);
const loops = new BoundedCache<Int16Array>(256);

/** Sound in which each voice repeats its mark from the first sample on: 16-bit samples, one channel. */
export function encodeSound(voices: Voices, seconds: number, sampleRate: number): Int16Array {
  if (sampleRate < 8000 || sampleRate % symbolRate !== 0) {
    throw new Error(
      `A sample rate of ${sampleRate} is of no use: take 8000, 16000, 44100 or 48000.`,
    );
  }
  if (!(seconds >= 0 && seconds <= mostSeconds)) {
    throw new Error(`Sound lasts 0 to ${mostSeconds} seconds, not ${seconds}.`);
  }
  const samples = new Int16Array(Math.round(seconds * sampleRate));
  for (const role of roles) {
    const mark = voices[role];
    if (mark !== undefined) addLooped(samples, loopOf(mark, role, sampleRate));
  }
  return samples;
}

function addLooped(samples: Int16Array, loop: Int16Array): void {
  for (let start = 0; start < samples.length; start += loop.length) {
    const end = Math.min(loop.length, samples.length - start);
    for (let index = 0; index < end; index += 1) {
      samples[start + index] = (samples[start + index] ?? 0) + (loop[index] ?? 0);
    }
  }
}

function loopOf(mark: Uint8Array, role: Role, sampleRate: number): Int16Array {
  if (mark.length !== markBytes)
    throw new Error(`A mark has ${markBytes} bytes, not ${mark.length}.`);
  const key = `${role} ${sampleRate} ${Buffer.from(mark).toString('hex')}`;
  return loops.getOrMake(key, () => {
    const length = sampleRate / symbolRate;
    const loop = new Int16Array(loopSymbols * length);
    tonesOfMark(mark).forEach((tone, index) => {
      loop.set(symbolOf(role, tone, sampleRate), index * length);
    });
    return loop;
  });
}

function symbolOf(role: Role, tone: number, sampleRate: number): Int16Array {
  return symbols.getOrMake(`${role} ${tone} ${sampleRate}`, () => {
    const step = (2 * Math.PI * toneFrequency(role, tone)) / sampleRate;
    return Int16Array.from({ length: sampleRate / symbolRate }, (_, index) =>
      Math.round(amplitude * Math.sin(step * index)),
    );
  });
}
