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

/** What two ways of opening came to, worst first. */
const results: readonly Opening['result'][] = ['delivered', 'failed', 'not-ready', 'refused'];

/** Reads what opening a replay gave, in each way: whose picture and sound it is, over the whole of it. */
export async function readOpened(
  reader: CanaryReader,
  content: Surface['content'],
  opened: OpenedReplay,
): Promise<Opening> {
  const { response, asWhole } = opened;
  const played = await readAnswer(reader, content, opened);
  if (asWhole === undefined || Buffer.compare(asWhole.body, response.body) === 0) return played;
  const saved = await readAnswer(reader, content, { response: asWhole });
  const result = results.find((one) => [played.result, saved.result].includes(one));
  return {
    ...saved,
    ...played,
    result: result ?? played.result,
    bytes: played.bytes + saved.bytes,
    durationMs: Math.max(played.durationMs, saved.durationMs),
    sightings: [...played.sightings, ...saved.sightings],
  };
}

async function readAnswer(
  reader: CanaryReader,
  content: Surface['content'],
  { response, frames }: OpenedReplay,
): Promise<Opening> {
  const { status, headers, body } = response;
  const classified = classifyResponse(content, response);
  const opening = { ...classified, status, bytes: body.length, durationMs: 0 };
  if (content === 'none') return { ...opening, sightings: [] };
  // Whatever the status says, what came was delivered: a refusal is read too.
  const isText =
    content === 'text' ||
    /^text\/|^application\/(json|problem)/.test(headers['content-type'] ?? '');
  if (isText || body.length === 0)
    return { ...opening, sightings: readText(reader, textOf(response)) };
  // Files carry words too: titles, comments, descriptions.
  const words = readText(reader, body);
  if (content === 'picture')
    return { ...opening, sightings: [...(await still(reader, body)), ...words] };
  const reading = await readMediaOnce(reader, body);
  const shown = frames === undefined ? [] : await shownSightings(reader, reading, frames);
  const note = reading.problems.join(' ');
  return {
    ...opening,
    ...(note === '' ? {} : { note }),
    durationMs: reading.durationMs,
    sightings: [...mediaSightings(reading), ...shown, ...words],
  };
}

async function still(reader: CanaryReader, picture: Uint8Array): Promise<Sighting[]> {
  return [pictureSighting(reader, await decodePictureFile(picture))];
}
