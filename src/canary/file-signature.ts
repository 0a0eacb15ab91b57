/** How files of one kind begin. */
export interface FileSignature {
  readonly bytes: Buffer;
  /** How many bytes stand before these; none unless given. */
  readonly at?: number;
  /** What else must hold of the bytes from the file's start on; short ones stand everywhere by chance. */
  readonly and?: (file: Buffer) => boolean;
}

/** Where in the bytes files of a kind begin, in order. */
export function placesOf(bytes: Uint8Array, signature: FileSignature): number[] {
  const { bytes: wanted, at = 0, and = () => true } = signature;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: number[] = [];
  for (let found = buffer.indexOf(wanted); found >= 0; found = buffer.indexOf(wanted, found + 1)) {
    const start = found - at;
    if (start >= 0 && and(buffer.subarray(start))) places.push(start);
  }
  return places;
}
