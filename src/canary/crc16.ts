const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 0x8000 ? (remainder << 1) ^ 0x1021 : remainder << 1;
  }
  return remainder & 0xffff;
});

/** CRC-16/CCITT-FALSE over the first `length` bytes: tells a damaged code from an intact one, proves nothing about its author. */
export function crc16(bytes: Uint8Array, length: number = bytes.length): number {
  let remainder = 0xffff;
  for (let index = 0; index < length; index += 1) {
    const slot = ((remainder >> 8) ^ (bytes[index] ?? 0)) & 0xff;
    remainder = ((remainder << 8) ^ (table[slot] ?? 0)) & 0xffff;
  }
  return remainder;
}
