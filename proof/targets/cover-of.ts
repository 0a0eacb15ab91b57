import { webPOfKeyFrame } from '../../src/canary/webp-container.ts';

const startCode = Buffer.from([0x9d, 0x01, 0x2a]);
const bytesBeforeStartCode = 3;
const mostBytes = 16_384;

/** The first frame of a recording as a WebP picture; undefined where it has no picture. */
export function coverOf(media: Buffer): Buffer | undefined {
  const found = media.indexOf(startCode);
  if (found < bytesBeforeStartCode) return undefined;
  const frame = media.subarray(found - bytesBeforeStartCode, found + mostBytes);
  return Buffer.from(webPOfKeyFrame(frame));
}
