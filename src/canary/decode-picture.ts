import { createHash } from 'node:crypto';
import jsQRModule from 'jsqr';
import sharp from 'sharp';
import { BoundedCache } from './bounded-cache.ts';
import { isIntactMark } from './mark.ts';
import { sizeOfKeyFrame, webPOfKeyFrame } from './webp-container.ts';

const jsQR = typeof jsQRModule === 'function' ? jsQRModule : jsQRModule.default;
const readableSides = [200, 400, 1000];
const mostPixels = 4096 * 4096;
const cache = new BoundedCache<Promise<Uint8Array | undefined>>(2048);

/**
 * The mark that a picture shows as a QR code, or `undefined`. Takes grey (a byte a pixel) or RGBA pixels, at the
 * size in which they were drawn, at half of it, or a bit blurred.
 */
export function decodePicture(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): Uint8Array | undefined {
  const channels = pixels.length / (width * height);
  if (channels !== 1 && channels !== 4) {
    throw new Error(
      `${pixels.length} bytes are neither grey nor RGBA pixels of ${width} by ${height}.`,
    );
  }
  // Small copies first: they read as well as the whole and cost a fraction.
  let triedScale = 0;
  for (const side of readableSides) {
    const scale = Math.max(1, Math.floor(Math.min(width, height) / side));
    if (scale === triedScale) continue;
    triedScale = scale;
    const mark = readCode(shrink(pixels, channels, width, height, scale), width, height, scale);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** The mark that a frame of an image file (PNG, JPEG, WebP and what else the image library reads) shows, or `undefined`. */
export async function decodePictureFile(
  bytes: Uint8Array,
  frame = 0,
): Promise<Uint8Array | undefined> {
  const key = `${frame} ${createHash('sha256').update(bytes).digest('base64')}`;
  return await cache.getOrMake(key, () => decodeFile(bytes, frame));
}

/** The mark that a VP8 key frame shows, or `undefined`; also where the bytes are no key frame. */
export async function decodeKeyFrame(keyFrame: Uint8Array): Promise<Uint8Array | undefined> {
  if (sizeOfKeyFrame(keyFrame) === undefined) return undefined;
  return await decodePictureFile(webPOfKeyFrame(keyFrame));
}

async function decodeFile(bytes: Uint8Array, frame: number): Promise<Uint8Array | undefined> {
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
    return undefined;
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

function readCode(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  scale: number,
): Uint8Array | undefined {
  const columns = Math.floor(width / scale);
  const rows = Math.floor(height / scale);
  try {
    const code = jsQR(rgba, columns, rows, { inversionAttempts: 'dontInvert' });
    const bytes = Uint8Array.from(code?.binaryData ?? []);
    return isIntactMark(bytes) ? bytes : undefined;
  } catch {
    // The reader throws on some patterns that only look like a code.
    return undefined;
  }
}
