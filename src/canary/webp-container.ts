/** The VP8 key frame inside a lossy WebP image. */
export function keyFrameOfWebP(webp: Uint8Array): Uint8Array {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  for (let offset = 12; offset + 8 <= webp.length;) {
    const size = view.getUint32(offset + 4, true);
    if (view.getUint32(offset) === vp8ChunkName) {
      return webp.slice(offset + 8, offset + 8 + size);
    }
    offset += 8 + size + (size & 1);
  }
  throw new Error('The WebP image holds no VP8 chunk: encode it lossy.');
}

/** Wraps a VP8 key frame as a WebP image, so that an image library can decode it. */
export function webPOfKeyFrame(keyFrame: Uint8Array): Uint8Array {
  const padding = keyFrame.length & 1;
  const webp = new Uint8Array(20 + keyFrame.length + padding);
  const view = new DataView(webp.buffer);
  view.setUint32(0, 0x52494646); // RIFF
  view.setUint32(4, 12 + keyFrame.length + padding, true);
  view.setUint32(8, 0x57454250); // WEBP
  view.setUint32(12, vp8ChunkName);
  view.setUint32(16, keyFrame.length, true);
  webp.set(keyFrame, 20);
  return webp;
}

/** Width and height of a VP8 key frame in pixels, or `undefined` where the bytes are not a key frame. */
export function sizeOfKeyFrame(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const [tag = 1, , , a, b, c] = bytes;
  if (bytes.length < 10 || (tag & 1) === 1 || a !== 0x9d || b !== 0x01 || c !== 0x2a) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    width: view.getUint16(6, true) & 0x3fff,
    height: view.getUint16(8, true) & 0x3fff,
  };
}

const vp8ChunkName = 0x56503820;
