import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import sharp from 'sharp';
import type { Colour } from './make-recording.ts';
import type { TestPatient } from './test-patient.ts';

/** What is in a replay, by its media and not by its title. */
export interface ReplayContent {
  /** The levels that its sound goes through, in order; none when the file is no media */
  levels: number[];
  thumbnail: Colour | null;
}

/** Downloads a replay as its viewer and looks into it; null when there is nothing to play. */
export async function contentOfReplay(
  patient: TestPatient,
  replayId: string,
): Promise<ReplayContent | null> {
  const { mediaUrl, thumbnailUrl } = await patient.replay(replayId);
  if (mediaUrl === null) return null;
  const media = await patient.device.get(mediaUrl).responseType('blob').expect(200);
  return {
    levels: await levelsOf(media.body as Buffer),
    thumbnail: thumbnailUrl === null ? null : await colourOf(patient, thumbnailUrl),
  };
}

async function levelsOf(media: Buffer): Promise<number[]> {
  const input = new Input({ source: new BufferSource(media), formats: ALL_FORMATS });
  if (!(await input.canRead())) return [];
  const track = await input.getPrimaryAudioTrack();
  if (!track) return [];
  const levels: number[] = [];
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    const level = Buffer.from(data).readInt16LE(0);
    if (levels.at(-1) !== level) levels.push(level);
  }
  return levels;
}

async function colourOf(patient: TestPatient, thumbnailUrl: string): Promise<Colour> {
  const { body } = await patient.device.get(thumbnailUrl).expect(200);
  const data = await sharp(body as Buffer)
    .removeAlpha()
    .raw()
    .toBuffer();
  const [r = 0, g = 0, b = 0] = data;
  return { r, g, b };
}
