import { placesOf } from './file-signature.ts';
import type { FileSignature } from './file-signature.ts';

const mostParts = 16;

const signatures: readonly FileSignature[] = [
  {
    bytes: Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
    and: (file) => /webm|matroska/.test(file.toString('latin1', 0, 80)),
  },
  { bytes: Buffer.from('ftyp'), at: 4, and: (file) => file.readUInt32BE() < 1024 },
  { bytes: Buffer.from('WAVE'), at: 8, and: (file) => file.toString('latin1', 0, 4) === 'RIFF' },
  { bytes: Buffer.from('fLaC'), and: (file) => file.length > 8 && file[7] === 34 },
];
const oggPage: FileSignature = { bytes: Buffer.from('OggS\0') };
const oggFlags = 5;

/**
 * Splits a file that is several media files joined end to end, of whatever kinds: players differ in whether they play
 * what follows the first, so all of it has to be read. `isAll` is false where there are more than can be taken.
 */
export function splitConcatenated(bytes: Uint8Array): {
  readonly parts: readonly Uint8Array[];
  readonly isAll: boolean;
} {
  const further = [
    ...signatures.flatMap((signature) => placesOf(bytes, signature)),
    ...oggStarts(bytes),
  ]
    .filter((place) => place > 0)
    .toSorted((one, other) => one - other);
  const starts = [0, ...further];
  return {
    parts: starts
      .slice(0, mostParts)
      .map((start, index) => bytes.subarray(start, starts[index + 1] ?? bytes.length)),
    isAll: starts.length <= mostParts,
  };
}

/** An Ogg file begins with one page for each stream; such a page after others begins another file. */
function oggStarts(bytes: Uint8Array): number[] {
  const pages = placesOf(bytes, oggPage);
  const beginsStream = (page: number): boolean => ((bytes[page + oggFlags] ?? 0) & 2) !== 0;
  return pages.filter((page, index) => {
    const before = pages[index - 1];
    return beginsStream(page) && (before === undefined || !beginsStream(before));
  });
}
