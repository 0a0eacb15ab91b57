/** A lossy WebP file whose picture is this VP8 key frame. */
export function wrapAsWebp(keyFrame: Uint8Array): Buffer {
  const padding = keyFrame.length % 2;
  const header = Buffer.alloc(20);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(12 + keyFrame.length + padding, 4);
  header.write('WEBPVP8 ', 8, 'latin1');
  header.writeUInt32LE(keyFrame.length, 16);
  return Buffer.concat([header, keyFrame, Buffer.alloc(padding)]);
}
