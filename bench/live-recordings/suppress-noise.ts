import createModule from '@jitsi/rnnoise-wasm/dist/rnnoise-sync.js';

const frameSamples = 480;
const bytesASample = 4;
const fullScale = 0x8000;

/** Sound at 48 kHz after RNNoise, a network that leaves speech and takes the rest away, as video call products use it. */
export async function suppressNoise(samples: Float32Array): Promise<Float32Array> {
  const network = createModule();
  await network.ready;
  const {
    _rnnoise_create: create,
    _rnnoise_process_frame: treat,
    _rnnoise_destroy: destroy,
    _malloc: allocate,
    _free: release,
  } = network;
  const state = create();
  const address = allocate(frameSamples * bytesASample);
  const at = address / bytesASample;
  const left = new Float32Array(samples.length);
  try {
    for (let start = 0; start + frameSamples <= samples.length; start += frameSamples) {
      const frame = samples.subarray(start, start + frameSamples);
      network.HEAPF32.set(
        frame.map((sample) => sample * fullScale),
        at,
      );
      treat(state, address, address);
      const treated = network.HEAPF32.subarray(at, at + frameSamples);
      left.set(
        treated.map((sample) => sample / fullScale),
        start,
      );
    }
    return left;
  } finally {
    destroy(state);
    release(address);
  }
}
