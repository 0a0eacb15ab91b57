import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { BoundedCache } from './bounded-cache.ts';
import { isIntactMark } from './mark.ts';
import { readCodes } from './read-codes.ts';
import { sizeOfKeyFrame, webPOfKeyFrame } from './webp-container.ts';

const mostPixels = 4096 * 4096;
const cache = new BoundedCache<Promise<readonly Uint8Array[]>>(2048);

/**
 * The marks that a picture shows as QR codes, each once; empty where none can be read. Takes grey (a byte a pixel) or RGBA
 * pixels, at the size in which they were drawn, at a part of it, or a bit blurred.
 */
export async function decodePicture(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): Promise<readonly Uint8Array[]> {
  const channels = pixels.length / (width * height);
  if (channels !== 1 && channels !== 4) {
    throw new Error(
      `${pixels.length} bytes are neither grey nor RGBA pixels of ${width} by ${height}.`,
    );
  }
  const marks = (await readCodes(pixels, { width, height })).filter(isIntactMark);
  return [...new Map(marks.map((mark) => [mark.toString(), mark])).values()];
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
  const grey = await greyOf(bytes, frame);
  return grey === undefined
    ? []
    : await decodePicture(grey.data, grey.info.width, grey.info.height);
}

/** Whatever the image library refuses is a picture that shows no readable mark. */
async function greyOf(bytes: Uint8Array, frame: number) {
  const options = {
    limitInputPixels: mostPixels,
    failOn: 'none',
    ...(frame === 0 ? {} : { page: frame }),
  } as const;
  try {
    const picture = sharp(bytes, options).flatten({ background: 'white' }).greyscale();
    return await picture.raw().toBuffer({ resolveWithObject: true });
  } catch {
    return undefined;
  }
}
