import { placesOf } from './file-signature.ts';
import type { FileSignature } from './file-signature.ts';

const mostPictures = 32;

const signatures: readonly FileSignature[] = [
  { bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
  // After its start a JPEG has a segment, whose marker begins with the last of these.
  { bytes: Buffer.from([0xff, 0xd8, 0xff]), and: (file) => (file[3] ?? 0) >= 0xc0 },
  { bytes: Buffer.from('GIF8') },
  { bytes: Buffer.from('WEBP'), at: 8, and: (file) => startsWith(file, 'RIFF') },
  { bytes: Buffer.from('ftypavi'), at: 4 },
];

/**
 * Where a still picture may begin at or after a place in the bytes: cover art and attachments of a media file, or what
 * was put behind another picture. Each piece goes to the end of the bytes; whether it is one, decoding tells.
 */
export function picturesWithin(
  bytes: Uint8Array,
  from: number,
): { readonly pieces: readonly Uint8Array[]; readonly isAll: boolean } {
  const starts = signatures
    .flatMap((signature) => placesOf(bytes, signature))
    .filter((start) => start >= from)
    .toSorted((one, other) => one - other);
  return {
    pieces: starts.slice(0, mostPictures).map((start) => bytes.subarray(start)),
    isAll: starts.length <= mostPictures,
  };
}

function startsWith(file: Buffer, words: string): boolean {
  return file.toString('latin1', 0, words.length) === words;
}
