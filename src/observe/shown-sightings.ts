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
  let before: readonly Sighting[] = [];
  const isDue = ({ fromMs, toMs }: ShownFrame) => fromMs >= from && toMs <= to;
  // A player that shows nothing of a picture that is there was not read.
  if (stretches.length > 0 && !frames.some(isDue))
    return [{ integrity: 'unreadable', track: 'picture' }];
  const read = new Map<Uint8Array, readonly Sighting[]>();
  for (const frame of frames) {
    const { picture, fromMs, toMs } = frame;
    const shown = read.get(picture) ?? (await sightingsIn(reader, picture));
    read.set(picture, shown);
    if (shown.some(({ integrity }) => integrity === 'unreadable') && !isDue(frame)) continue;
    before = shown.map((sighting) => {
      const last = before.find((one) => saysTheSame(one, sighting));
      const stretch = { ...sighting, fromMs: last?.fromMs ?? fromMs, toMs };
      if (last === undefined) joined.push(stretch);
      else joined[joined.indexOf(last)] = stretch;
      return stretch;
    });
  }
  return joined;
}

/** Whoever one picture shows; one in which nobody can be read is unreadable. */
async function sightingsIn(reader: CanaryReader, picture: Uint8Array): Promise<Sighting[]> {
  const marks = await decodePictureFile(picture);
  const shown = marks.length === 0 ? [undefined] : marks;
  const sightings = shown.map((mark) => pictureSighting(reader, mark));
  return sightings.filter(
    (one, index) => !sightings.slice(0, index).some((other) => saysTheSame(one, other)),
  );
}

function saysTheSame(one: Sighting, other: Sighting): boolean {
  const bare = ({ fromMs: _, toMs: __, ...said }: Sighting) => JSON.stringify(said);
  return bare(one) === bare(other);
}
