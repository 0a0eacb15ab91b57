import { unzipSync } from 'node:zlib';

/** Longer ones are no text that a product hides in another; it also stops what grows a thousandfold, in bytes. */
const mostBytes = 4 * 1024 * 1024;

/** What bytes hold that are gzip or zlib, a character a byte; undefined where they are neither, or too large. */
export function inflated(bytes: Buffer): string | undefined {
  const [first = 0, second = 0] = bytes;
  const isGzip = first === 0x1f && second === 0x8b;
  // RFC 1950: method 8, a window of 32 KiB, and both bytes together a multiple of 31.
  const isZlib = first === 0x78 && (first * 256 + second) % 31 === 0;
  if (!isGzip && !isZlib) return undefined;
  try {
    return unzipSync(bytes, { maxOutputLength: mostBytes }).toString('latin1');
  } catch {
    // Two bytes are as they are by chance.
    return undefined;
  }
}
