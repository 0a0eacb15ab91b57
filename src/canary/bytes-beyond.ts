/** Element ids of Matroska at the top of a file (RFC 8794, section 11.2, and RFC 9559, section 5.1), in hexadecimal. */
const matroskaTop = ['1a45dfa3', '18538067', 'ec', 'bf'];

/**
 * Bytes of a media file that lie beyond what its container accounts for and are not all zero: left there by mistake, or
 * hidden. 0 where there are none, and where the container does not say how long it is.
 */
export function bytesBeyond(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(file);
  const beyond = end === undefined ? file.subarray(file.length) : file.subarray(end);
  return beyond.some((byte) => byte !== 0) ? beyond.length : 0;
}

function endOf(file: Buffer): number | undefined {
  if (file.toString('hex', 0, 4) === matroskaTop[0]) return endOfMatroska(file);
  if (file.toString('latin1', 4, 8) === 'ftyp') return endOfBoxes(file);
  if (file.toString('latin1', 0, 4) === 'RIFF' && file.length >= 8)
    return evenlyAfter(file.readUInt32LE(4) + 8);
  return undefined;
}

/** RIFF pads chunks to whole words. */
function evenlyAfter(end: number): number {
  return end + (end % 2);
}

function endOfMatroska(file: Buffer): number | undefined {
  let at = 0;
  while (at < file.length) {
    const idBytes = leadingLength(file[at]);
    const id = file.toString('hex', at, at + idBytes);
    if (!matroskaTop.includes(id)) return at;
    const sizeAt = at + idBytes;
    const sizeBytes = leadingLength(file[sizeAt]);
    if (sizeBytes > 8 || sizeAt + sizeBytes > file.length) return at;
    const size = numberIn(file.subarray(sizeAt, sizeAt + sizeBytes));
    if (size === undefined) return undefined;
    at = sizeAt + sizeBytes + size;
  }
  return at;
}

/** Bytes of a number of variable length, told by the zeros that it begins with; more than 8 where it is none. */
function leadingLength(first: number | undefined): number {
  return first === undefined ? 9 : Math.clz32(first) - 24 + 1;
}

/** A size of variable length, in bytes; undefined where all bits are set, which says that it is not known. */
function numberIn(bytes: Buffer): number | undefined {
  const bits = 7 * bytes.length;
  const value = BigInt(`0x${bytes.toString('hex')}`) & ((1n << BigInt(bits)) - 1n);
  return value === (1n << BigInt(bits)) - 1n ? undefined : Number(value);
}

/** Boxes of ISO/IEC 14496-12: four bytes of size, four letters of type; size 1 has the real one behind, 0 is to the end. */
function endOfBoxes(file: Buffer): number {
  let at = 0;
  while (at + 8 <= file.length) {
    const type = file.toString('latin1', at + 4, at + 8);
    if (!/^[\w ©-]{4}$/.test(type)) return at;
    const short = file.readUInt32BE(at);
    if (short === 0) return file.length;
    const size =
      short === 1 && at + 16 <= file.length ? Number(file.readBigUInt64BE(at + 8)) : short;
    // Media that were cut off are no others'; that they are missing is noticed by their length.
    if (size < 8 || (at + size > file.length && type !== 'mdat')) return at;
    at += size;
  }
  return at;
}
