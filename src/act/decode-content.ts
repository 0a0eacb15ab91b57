import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/** Bytes that a body may grow to; a body made to grow beyond is refused. */
const options = { maxOutputLength: 64 * 1024 * 1024 };

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gunzipSync(bytes, options),
  'x-gzip': (bytes) => gunzipSync(bytes, options),
  deflate: (bytes) => inflateSync(bytes, options),
  br: (bytes) => brotliDecompressSync(bytes, options),
  zstd: (bytes) => zstdDecompressSync(bytes, options),
};

/**
 * Undoes the content encodings that a response names, so that what is scanned is what a patient would see. Throws for
 * one that is unknown or damaged.
 */
export function decodeContent(encodings: string, body: Uint8Array): Uint8Array {
  if (body.length === 0) return body;
  return encodings
    .split(',')
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '' && encoding !== 'identity')
    .reduceRight((encoded, encoding) => {
      const decode = decoders[encoding];
      if (decode === undefined) throw new Error(`The content encoding ${encoding} is unknown.`);
      return decode(encoded);
    }, body);
}
