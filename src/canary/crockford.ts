const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const values = new Int8Array(128).fill(-1);
for (const [value, letter] of alphabet.split('').entries()) {
  values[letter.charCodeAt(0)] = value;
  values[letter.toUpperCase().charCodeAt(0)] = value;
}

/** Value of a Crockford base32 character in either case, or -1. The aliases of I, L and O are not accepted: we never write them. */
export function crockfordValue(charCode: number): number {
  return values[charCode] ?? -1;
}

/** Characters that so many bytes take in base32. */
export function crockfordLength(bytes: number): number {
  return Math.ceil((bytes * 8) / 5);
}

/** Bytes as lower-case Crockford base32, without padding. */
export function encodeCrockford(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let heldBits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      text += alphabet[(held >>> heldBits) & 31];
    }
  }
  if (heldBits > 0) text += alphabet[(held << (5 - heldBits)) & 31];
  return text;
}

/** Bytes of a base32 text of either case; `undefined` where it holds another character or its spare bits are not zero. */
export function decodeCrockford(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let heldBits = 0;
  let filled = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = crockfordValue(text.charCodeAt(index));
    if (value < 0) return undefined;
    held = ((held << 5) | value) & 0xfff;
    heldBits += 5;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[filled] = (held >>> heldBits) & 0xff;
      filled += 1;
    }
  }
  return (held & ((1 << heldBits) - 1)) === 0 ? bytes : undefined;
}
