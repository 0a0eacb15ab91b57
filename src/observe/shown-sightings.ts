import type { ShownFrame } from '../act/surface.ts';
import { decodePictureFile } from '../canary/decode-picture.ts';
import type { MediaReading } from '../canary/media-reading.ts';
import type { Sighting } from '../history/sighting.ts';
import { pictureSighting } from './picture-sighting.ts';
import type { CanaryReader } from './read-text.ts';

/**
 * What a player's frames show, neighbours that say the same joined into one stretch. Where the file has sound alone
 * a player has no picture to show, so a frame from there may be blank.
 */
export async function shownSightings(
  reader: CanaryReader,
  { picture: inFile }: MediaReading,
  frames: readonly ShownFrame[],
): Promise<Sighting[]> {
  const stretches = inFile?.stretches ?? [];
  const from = Math.min(...stretches.map(({ fromMs }) => fromMs));
  const to = Math.max(...stretches.map(({ toMs }) => toMs));
  const joined: Sighting[] = [];
  const isDue = ({ fromMs, toMs }: ShownFrame) => fromMs >= from && toMs <= to;
  // A player that shows nothing of a picture that is there was not read.
  if (stretches.length > 0 && !frames.some(isDue))
    return [{ integrity: 'unreadable', track: 'picture' }];
  const read = new Map<Uint8Array, Sighting>();
  for (const frame of frames) {
    const { picture } = frame;
    const sighting = read.get(picture) ?? pictureSighting(reader, await decodePictureFile(picture));
    read.set(picture, sighting);
    if (sighting.integrity === 'unreadable' && !isDue(frame)) continue;
    const last = joined.at(-1);
    if (last !== undefined && saysTheSame(last, sighting))
      joined[joined.length - 1] = { ...last, toMs: frame.toMs };
    else joined.push({ ...sighting, fromMs: frame.fromMs, toMs: frame.toMs });
  }
  return joined;
}

function saysTheSame(one: Sighting, other: Sighting): boolean {
  const bare = ({ fromMs: _, toMs: __, ...said }: Sighting) => JSON.stringify(said);
  return bare(one) === bare(other);
}
