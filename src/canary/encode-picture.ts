import sharp from 'sharp';
import { BoundedCache } from './bounded-cache.ts';
import { pictureModules } from './picture-modules.ts';
import { keyFrameOfWebP } from './webp-container.ts';

/** Size in pixels of a picture. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const quietModules = 4;
const leastPixelsAModule = 3;
const cache = new BoundedCache<Promise<Uint8Array>>(256);

/** A VP8 key frame that shows the mark as a QR code; made once for each mark and size, as long as it stays in the cache. */
export async function encodePicture(mark: Uint8Array, size: PictureSize): Promise<Uint8Array> {
  const key = `${Buffer.from(mark).toString('hex')} ${size.width} ${size.height}`;
  const made = cache.getOrMake(key, () => drawKeyFrame(mark, size));
  try {
    return await made;
  } catch (error) {
    cache.forget(key);
    throw error;
  }
}

/** The mark as a QR code in grey, a byte a pixel, in the middle of a picture: what a camera would show. */
export function drawPicture(mark: Uint8Array, { width, height }: PictureSize): Uint8Array {
  const modules = pictureModules(mark);
  const side = modules.length;
  const scale = Math.floor(Math.min(width, height) / (side + 2 * quietModules));
  if (scale < leastPixelsAModule) {
    const least = leastPixelsAModule * (side + 2 * quietModules);
    throw new Error(
      `A picture of ${width} by ${height} is too small for its code: use ${least} by ${least} or more.`,
    );
  }
  const left = (width - scale * side) >> 1;
  const top = (height - scale * side) >> 1;
  const pixels = new Uint8Array(width * height).fill(235);
  for (const [row, darks] of modules.entries()) {
    for (const [column, isDark] of darks.entries()) {
      if (!isDark) continue;
      for (let line = 0; line < scale; line += 1) {
        const start = (top + row * scale + line) * width + left + column * scale;
        pixels.fill(20, start, start + scale);
      }
    }
  }
  return pixels;
}

async function drawKeyFrame(mark: Uint8Array, size: PictureSize): Promise<Uint8Array> {
  const webp = await sharp(drawPicture(mark, size), { raw: { ...size, channels: 1 } })
    .webp({ quality: 40, effort: 0 })
    .toBuffer();
  return keyFrameOfWebP(webp);
}
