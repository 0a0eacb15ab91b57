import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';
import sharp from 'sharp';
import { wrapAsWebp } from './wrap-as-webp.ts';

/** Makes the small picture beside a replay's title. */
export interface Thumbnailer {
  /** A PNG at least 320 pixels wide of the first picture in a file, or null when it holds sound alone. */
  thumbnailOf: (path: string) => Promise<Buffer | null>;
}

const widthMin = 320;

/** Draws the first key frame; a VP8 key frame needs no video decoder, for a WebP picture is one. */
export function createThumbnailer(): Thumbnailer {
  return {
    async thumbnailOf(path) {
      const frame = await firstKeyFrame(path);
      if (!frame) return null;
      const picture = sharp(wrapAsWebp(frame));
      const { width } = await picture.metadata();
      return await picture
        .resize({ width: Math.max(width, widthMin), kernel: 'nearest' })
        .png({ compressionLevel: 3 })
        .toBuffer();
    },
  };
}

async function firstKeyFrame(path: string): Promise<Uint8Array | null> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track || (await track.getCodec()) !== 'vp8') return null;
    const packet = await new EncodedPacketSink(track).getFirstKeyPacket();
    return packet?.data ?? null;
  } finally {
    input.dispose();
  }
}
