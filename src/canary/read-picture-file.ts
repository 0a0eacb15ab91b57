import sharp from 'sharp';
import { decodePictureFile } from './decode-picture.ts';
import { picturesWithin } from './pictures-within.ts';

const mostFrames = 64;

/**
 * What every picture in an image file shows, its marks or `undefined`: each frame of a moving one, and further pictures
 * within it or behind it. Empty where the bytes are no image.
 */
export async function readPictureFile(bytes: Uint8Array): Promise<(Uint8Array | undefined)[]> {
  return await readPictures(bytes, 1, await readFrames(bytes));
}

/** What the pictures show that lie anywhere within a file of another kind: cover art, attachments, bytes behind its end. */
export async function readPicturesWithin(bytes: Uint8Array): Promise<(Uint8Array | undefined)[]> {
  return await readPictures(bytes, 0, []);
}

async function readPictures(
  bytes: Uint8Array,
  from: number,
  marks: (Uint8Array | undefined)[],
): Promise<(Uint8Array | undefined)[]> {
  const { pieces, isAll } = picturesWithin(bytes, from);
  for (const piece of pieces) marks.push(...(await readFrames(piece)));
  if (!isAll) marks.push(undefined);
  return marks;
}

async function readFrames(bytes: Uint8Array): Promise<(Uint8Array | undefined)[]> {
  const frames = await framesIn(bytes);
  const marks: (Uint8Array | undefined)[] = [];
  for (let frame = 0; frame < Math.min(frames, mostFrames); frame += 1)
    marks.push(...orUnread(await decodePictureFile(bytes, frame)));
  if (frames > mostFrames || (frames > 0 && isAnimatedPng(bytes))) marks.push(undefined);
  return marks;
}

/** A picture in which no mark was read is told of too. */
function orUnread(marks: readonly Uint8Array[]): readonly (Uint8Array | undefined)[] {
  return marks.length === 0 ? [undefined] : marks;
}

async function framesIn(bytes: Uint8Array): Promise<number> {
  try {
    const { pages = 1 } = await sharp(bytes, { failOn: 'none' }).metadata();
    return pages;
  } catch {
    return 0;
  }
}

/** The image library shows the first frame of these alone. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  return head.subarray(1, 4).toString('latin1') === 'PNG' && head.includes('acTL');
}
