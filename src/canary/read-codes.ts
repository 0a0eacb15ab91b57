import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ReaderOptions } from 'zxing-wasm/reader';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { PictureSize } from './encode-picture.ts';

const options: ReaderOptions = {
  formats: ['QRCode'],
  /** More than people are laid out in one picture. */
  maxNumberOfSymbols: 16,
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  /** Halved again and again down to this side in pixels: where modules are large, seams within them look like more of them. */
  tryDownscale: true,
  downscaleFactor: 2,
  downscaleThreshold: 100,
};
/** What is dark is told by its neighbourhood, which uneven light needs, and by the whole picture, which seams need. */
const waysToTellDark = ['LocalAverage', 'GlobalHistogram'] as const;

let preparing: Promise<unknown> | undefined;

/** The bytes of every QR code that is found in a picture, some of them twice; takes grey (a byte a pixel) or RGBA pixels. */
export async function readCodes(
  pixels: Uint8Array | Uint8ClampedArray,
  { width, height }: PictureSize,
): Promise<readonly Uint8Array[]> {
  preparing ??= prepareReader();
  await preparing;
  const data = pixels.length === width * height ? rgbaOf(pixels) : new Uint8ClampedArray(pixels);
  const picture = { data, width, height, colorSpace: 'srgb' } as const;
  const found: Uint8Array[] = [];
  for (const binarizer of waysToTellDark) {
    const codes = await readBarcodes(picture, { ...options, binarizer });
    found.push(...codes.map(({ bytes }) => bytes));
  }
  return found;
}

/** The reader is WebAssembly, which its package would fetch from the network. */
async function prepareReader(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = Uint8Array.from(await readFile(path)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

function rgbaOf(grey: Uint8Array | Uint8ClampedArray): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(grey.length * 4).fill(255);
  for (let index = 0, at = 0; index < grey.length; index += 1, at += 4)
    rgba[at] = rgba[at + 1] = rgba[at + 2] = grey[index] ?? 0;
  return rgba;
}
