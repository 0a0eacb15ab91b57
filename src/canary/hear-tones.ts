import type { Role } from '../model/role.ts';
import { readingRate, symbolRate, toneFrequency, tonesARole } from './sound-code.ts';

/** Samples between two looks at the sound: 5 ms, an eighth of a symbol. */
export const lookSamples = 40;

/** Looks in one symbol. */
export const looksASymbol = readingRate / symbolRate / lookSamples;

/** Stands for a look at which no tone stands out. */
export const noTone = 255;

/** Mean power under which a band is silent; a full-scale sine has 0.5, so this is 45 dB under it. */
const silentPower = 1.5e-5;
/** Part of the band's power that a tone must have to stand out. */
const leastPurity = 0.2;

/** What is heard in the 40 ms that begin at each look. */
export interface HeardTones {
  /** The tone of the role's band that stands out, or `noTone`. */
  readonly tones: Uint8Array;
  /** Whether the whole band is silent. */
  readonly silent: Uint8Array;
}

const sine = Float64Array.from({ length: readingRate / symbolRate }, (_, index) =>
  Math.sin((2 * Math.PI * index * symbolRate) / readingRate),
);

/** Listens to one role's band of sound at 8 kHz. */
export function hearTones(samples: Float32Array, role: Role): HeardTones {
  const period = sine.length;
  const blocks = Math.floor(samples.length / lookSamples);
  const looks = Math.max(0, blocks - looksASymbol + 1);
  const tones = new Uint8Array(looks);
  const loudest = new Float32Array(looks);
  const bandPower = new Float32Array(looks);
  const inPhase = new Float64Array(blocks);
  const quadrature = new Float64Array(blocks);
  for (let tone = 0; tone < tonesARole; tone += 1) {
    const cycles = toneFrequency(role, tone) / symbolRate;
    let phase = 0;
    for (let block = 0; block < blocks; block += 1) {
      let real = 0;
      let imaginary = 0;
      const end = (block + 1) * lookSamples;
      for (let index = block * lookSamples; index < end; index += 1) {
        const sample = samples[index] as number;
        real += sample * (sine[phase] as number);
        const quarter = phase + period / 4;
        imaginary += sample * (sine[quarter < period ? quarter : quarter - period] as number);
        phase += cycles;
        if (phase >= period) phase -= period;
      }
      inPhase[block] = real;
      quadrature[block] = imaginary;
    }
    for (let look = 0; look < looks; look += 1) {
      let real = 0;
      let imaginary = 0;
      for (let block = look; block < look + looksASymbol; block += 1) {
        real += inPhase[block] as number;
        imaginary += quadrature[block] as number;
      }
      const power = (2 * (real * real + imaginary * imaginary)) / (period * period);
      bandPower[look] = (bandPower[look] as number) + power;
      if (power > (loudest[look] as number)) {
        loudest[look] = power;
        tones[look] = tone;
      }
    }
  }
  const silent = Uint8Array.from(bandPower, (power) => (power < silentPower ? 1 : 0));
  for (let look = 0; look < looks; look += 1) {
    const pure = (loudest[look] as number) >= leastPurity * (bandPower[look] as number);
    if (silent[look] === 1 || !pure) tones[look] = noTone;
  }
  return { tones, silent };
}
