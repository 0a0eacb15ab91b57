import { createHash } from 'node:crypto';
import jsQRModule from 'jsqr';
import type { QRCode } from 'jsqr';
import sharp from 'sharp';
import { BoundedCache } from './bounded-cache.ts';
import type { PictureSize } from './encode-picture.ts';
import { isIntactMark } from './mark.ts';
import { sizeOfKeyFrame, webPOfKeyFrame } from './webp-container.ts';

const jsQR = typeof jsQRModule === 'function' ? jsQRModule : jsQRModule.default;
const readableSides = [200, 400, 1000];
const mostPixels = 4096 * 4096;
/** As many codes as are sought in one picture, and how products lay people out, in columns and rows. */
const mostCodes = 9;
const tilings = [
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 1],
  [1, 3],
  [3, 3],
] as const;
/** Codes are drawn in 20 and 235 of 255, and stay legible at a fraction of that. */
const leastContrast = 48;
/** Modules along a side of the smallest code. */
const leastModules = 21;
const cache = new BoundedCache<Promise<readonly Uint8Array[]>>(2048);

/**
 * The marks that a picture shows as QR codes beside each other; empty where none can be read. Takes grey (a byte a pixel)
 * or RGBA pixels, at the size in which they were drawn, at half of it, or a bit blurred.
 */
export function decodePicture(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): readonly Uint8Array[] {
  const channels = pixels.length / (width * height);
  if (channels !== 1 && channels !== 4) {
    throw new Error(
      `${pixels.length} bytes are neither grey nor RGBA pixels of ${width} by ${height}.`,
    );
  }
  const marks: Uint8Array[] = [];
  // Small copies first: they read as well as the whole and cost a fraction, and often nothing is left in them.
  let triedScale = 0;
  for (const side of readableSides) {
    const scale = Math.max(1, Math.floor(Math.min(width, height) / side));
    if (scale === triedScale) continue;
    triedScale = scale;
    const size = { width: Math.floor(width / scale), height: Math.floor(height / scale) };
    const rgba = shrink(pixels, channels, width, height, scale);
    for (const mark of readCodes(rgba, size)) addNew(marks, mark);
    if (isPlain(rgba)) break;
  }
  return marks;
}

/** The marks that a frame of an image file (PNG, JPEG, WebP and what else the image library reads) shows. */
export async function decodePictureFile(
  bytes: Uint8Array,
  frame = 0,
): Promise<readonly Uint8Array[]> {
  const key = `${frame} ${createHash('sha256').update(bytes).digest('base64')}`;
  return await cache.getOrMake(key, () => decodeFile(bytes, frame));
}

/** The marks that a VP8 key frame shows; none where the bytes are no key frame. */
export async function decodeKeyFrame(keyFrame: Uint8Array): Promise<readonly Uint8Array[]> {
  if (sizeOfKeyFrame(keyFrame) === undefined) return [];
  return await decodePictureFile(webPOfKeyFrame(keyFrame));
}

async function decodeFile(bytes: Uint8Array, frame: number): Promise<readonly Uint8Array[]> {
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: mostPixels,
      failOn: 'none',
      ...(frame === 0 ? {} : { page: frame }),
    })
      .flatten({ background: 'white' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return decodePicture(data, info.width, info.height);
  } catch {
    // Whatever the image library refuses is a picture that shows no readable mark.
    return [];
  }
}

function shrink(
  pixels: Uint8Array | Uint8ClampedArray,
  channels: 1 | 4,
  width: number,
  height: number,
  scale: number,
): Uint8ClampedArray {
  const columns = Math.floor(width / scale);
  const rows = Math.floor(height / scale);
  const rgba = new Uint8ClampedArray(columns * rows * 4).fill(255);
  const area = scale * scale;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let sum = 0;
      for (let line = 0; line < scale; line += 1) {
        let at = ((row * scale + line) * width + column * scale) * channels;
        for (let step = 0; step < scale; step += 1, at += channels) {
          const red = pixels[at] ?? 0;
          sum +=
            channels === 1 ? red : (red + 2 * (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 4;
        }
      }
      const target = (row * columns + column) * 4;
      rgba.fill(sum / area, target, target + 3);
    }
  }
  return rgba;
}

/**
 * Reads what is shown in the whole, which paints it over, and what is left of it tile by tile: the reader of codes takes
 * corners of equal codes beside each other for one.
 */
function readCodes(rgba: Uint8ClampedArray, size: PictureSize): Uint8Array[] {
  const marks = readOneByOne(rgba, size);
  if (isPlain(rgba)) return marks;
  for (const [columns, rows] of tilings) {
    const tile = {
      width: Math.floor(size.width / columns),
      height: Math.floor(size.height / rows),
    };
    for (let index = 0; index < columns * rows; index += 1) {
      const left = (index % columns) * tile.width;
      const top = Math.floor(index / columns) * tile.height;
      const cut = cutOut(rgba, size, tile, { left, top });
      for (const mark of readOneByOne(cut, tile)) addNew(marks, mark);
    }
  }
  return marks;
}

/** Each code, a mark or not, is painted over before the next one is sought. */
function readOneByOne(rgba: Uint8ClampedArray, size: PictureSize): Uint8Array[] {
  const marks: Uint8Array[] = [];
  for (let round = 0; round < mostCodes && !isPlain(rgba); round += 1) {
    const code = findCode(rgba, size);
    if (code === undefined) break;
    const bytes = Uint8Array.from(code.binaryData);
    if (isIntactMark(bytes)) addNew(marks, bytes);
    paintOver(rgba, size, Object.values(code.location));
  }
  return marks;
}

function addNew(marks: Uint8Array[], mark: Uint8Array): void {
  if (!marks.some((one) => Buffer.compare(one, mark) === 0)) marks.push(mark);
}

/** Whether nothing is left that could be a code: no pixel is dark where another is bright. */
function isPlain(rgba: Uint8ClampedArray): boolean {
  let darkest = 255;
  let brightest = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const grey = rgba[at] ?? 0;
    if (grey < darkest) darkest = grey;
    if (grey > brightest) brightest = grey;
  }
  return brightest - darkest < leastContrast;
}

function cutOut(
  rgba: Uint8ClampedArray,
  { width }: PictureSize,
  tile: PictureSize,
  { left, top }: { readonly left: number; readonly top: number },
): Uint8ClampedArray {
  const cut = new Uint8ClampedArray(tile.width * tile.height * 4);
  for (let row = 0; row < tile.height; row += 1) {
    const start = ((top + row) * width + left) * 4;
    cut.set(rgba.subarray(start, start + tile.width * 4), row * tile.width * 4);
  }
  return cut;
}

function findCode(rgba: Uint8ClampedArray, { width, height }: PictureSize): QRCode | undefined {
  try {
    return jsQR(rgba, width, height, { inversionAttempts: 'dontInvert' }) ?? undefined;
  } catch {
    // The reader throws on some patterns that only look like a code.
    return undefined;
  }
}

/** Paints the upright rectangle around these points white, and a module more on each side: borders blur. */
function paintOver(
  rgba: Uint8ClampedArray,
  { width, height }: PictureSize,
  points: readonly (QRCode['location'][keyof QRCode['location']] | undefined)[],
): void {
  const across = points.flatMap((one) => one?.x ?? []);
  const down = points.flatMap((one) => one?.y ?? []);
  const margin = (Math.max(...across) - Math.min(...across)) / leastModules;
  const clamp = (place: number, end: number) => Math.min(Math.max(Math.round(place), 0), end);
  const left = clamp(Math.min(...across) - margin, width);
  const right = clamp(Math.max(...across) + margin, width);
  const bottom = clamp(Math.max(...down) + margin, height);
  for (let row = clamp(Math.min(...down) - margin, height); row < bottom; row += 1)
    rgba.fill(255, (row * width + left) * 4, (row * width + right) * 4);
}
