const mostParts = 16;

/**
 * Splits a file that is several Matroska files joined end to end: players differ in whether they play what follows
 * the first, so all of it has to be read.
 */
export function splitConcatenated(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = [0];
  if (!isMatroskaStart(buffer, 0)) return [bytes];
  let found = buffer.indexOf(magic, magic.length);
  while (found >= 0 && starts.length < mostParts) {
    if (isMatroskaStart(buffer, found)) starts.push(found);
    found = buffer.indexOf(magic, found + magic.length);
  }
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1] ?? bytes.length));
}

const magic = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

/** The magic number and, in the header that follows, a document type. */
function isMatroskaStart(buffer: Buffer, at: number): boolean {
  if (!buffer.subarray(at, at + magic.length).equals(magic)) return false;
  const header = buffer.toString('latin1', at, at + 80);
  return header.includes('webm') || header.includes('matroska');
}
