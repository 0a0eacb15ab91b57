const zeroCrossings = 8;
const phases = 160;

/** Resamples one channel, filtered against aliases. Takes 16-bit or floating samples, gives floating ones in -1 to 1. */
export function resample(
  samples: Float32Array | Int16Array,
  fromRate: number,
  toRate: number,
): Float32Array {
  const scale = samples instanceof Int16Array ? 1 / 0x8000 : 1;
  if (fromRate === toRate) return Float32Array.from(samples, (sample) => sample * scale);
  const ratio = fromRate / toRate;
  const cutoff = Math.min(1, 1 / ratio) * 0.96;
  const reach = Math.ceil(zeroCrossings / cutoff);
  const kernels = kernelsOf(cutoff, reach);
  // With silence around them, every sample has neighbours, which is far faster than to ask for each.
  const padded = new Float32Array(samples.length + 2 * reach);
  padded.set(samples, reach);
  const resampled = new Float32Array(Math.floor(samples.length / ratio));
  for (let index = 0; index < resampled.length; index += 1) {
    const position = index * ratio;
    const centre = Math.floor(position);
    const phase = Math.min(phases - 1, Math.round((position - centre) * phases));
    const kernelStart = phase * 2 * reach;
    const first = centre + 1;
    let sum = 0;
    for (let tap = 0; tap < 2 * reach; tap += 1) {
      sum += (padded[first + tap] ?? 0) * (kernels[kernelStart + tap] ?? 0);
    }
    resampled[index] = sum * scale;
  }
  return resampled;
}

function kernelsOf(cutoff: number, reach: number): Float32Array {
  const kernels = new Float32Array(phases * 2 * reach);
  for (let phase = 0; phase < phases; phase += 1) {
    for (let tap = 0; tap < 2 * reach; tap += 1) {
      const distance = tap - reach + 1 - phase / phases;
      const angle = Math.PI * distance * cutoff;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      const window =
        Math.abs(distance) >= reach ? 0 : Math.cos((Math.PI * distance) / (2 * reach)) ** 2;
      kernels[phase * 2 * reach + tap] = cutoff * sinc * window;
    }
  }
  return kernels;
}
