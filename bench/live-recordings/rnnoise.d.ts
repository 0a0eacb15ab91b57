declare module '@jitsi/rnnoise-wasm/dist/rnnoise-sync.js' {
  /** RNNoise: each call treats 480 samples at 48 kHz, as large as 16-bit samples, in the module's own memory. */
  export interface RnnoiseModule {
    readonly ready: Promise<unknown>;
    readonly HEAPF32: Float32Array;
    readonly _malloc: (bytes: number) => number;
    readonly _free: (address: number) => void;
    readonly _rnnoise_create: () => number;
    readonly _rnnoise_destroy: (state: number) => void;
    readonly _rnnoise_process_frame: (state: number, output: number, input: number) => number;
  }
  export default function createModule(): RnnoiseModule;
}
