import { textOf } from '../act/raw-response.ts';
import type { OpenedReplay, Surface } from '../act/surface.ts';
import { decodePictureFile } from '../canary/decode-picture.ts';
import type { Opening } from '../history/history.ts';
import type { Sighting } from '../history/sighting.ts';
import { classifyResponse } from './classify-response.ts';
import { pictureSighting } from './picture-sighting.ts';
import { shownSightings } from './shown-sightings.ts';
import { mediaSightings } from './media-sightings.ts';
import { readMediaOnce } from './read-media-once.ts';
import type { CanaryReader } from './read-text.ts';
import { readText } from './read-text.ts';

/** Reads what opening a replay gave: whose picture and sound it is, over the whole of it. */
export async function readOpened(
  reader: CanaryReader,
  content: Surface['content'],
  { response, frames }: OpenedReplay,
): Promise<Opening> {
  const { status, body } = response;
  const classified = classifyResponse(content, response);
  const opening = { ...classified, status, bytes: body.length };
  if (classified.result !== 'delivered' || content === 'none')
    return { ...opening, durationMs: 0, sightings: [] };
  if (content === 'text')
    return { ...opening, durationMs: 0, sightings: readText(reader, textOf(response)) };
  if (content === 'picture')
    return { ...opening, durationMs: 0, sightings: await still(reader, body) };
  const reading = await readMediaOnce(reader, body);
  const shown = frames === undefined ? [] : await shownSightings(reader, reading, frames);
  const note = reading.problems.join(' ');
  return {
    ...opening,
    ...(note === '' ? {} : { note }),
    durationMs: reading.durationMs,
    sightings: [...mediaSightings(reading), ...shown],
  };
}

async function still(reader: CanaryReader, picture: Uint8Array): Promise<Sighting[]> {
  return [pictureSighting(reader, await decodePictureFile(picture))];
}
