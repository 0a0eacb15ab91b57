import { textOf } from '../act/raw-response.ts';
import type { OpenedReplay, Surface } from '../act/surface.ts';
import { readPictureFile } from '../canary/read-picture-file.ts';
import type { Opening } from '../history/history.ts';
import type { Sighting } from '../history/sighting.ts';
import { otherAnswers } from './other-answers.ts';
import { classifyResponse } from './classify-response.ts';
import { pictureSighting } from './picture-sighting.ts';
import { shownSightings } from './shown-sightings.ts';
import { missingInOneWay } from './missing-in-one-way.ts';
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
  let read = await readAnswer(reader, content, opened);
  const ways = [read];
  for (const response of otherAnswers(opened)) {
    const other = await readAnswer(reader, content, { response });
    if (response === opened.asWhole) ways.push(other);
    read = together(read, other);
  }
  // Where one way was refused or failed, that says enough.
  if (ways.some(({ result }) => result !== 'delivered')) return read;
  const missing = missingInOneWay(ways.map(({ sightings }) => sightings));
  return { ...read, sightings: [...read.sightings, ...missing] };
}

/** What two ways of opening the same came to: all that either gave. */
function together(one: Opening, other: Opening): Opening {
  const result = results.find((worst) => [one.result, other.result].includes(worst));
  return {
    ...other,
    ...one,
    result: result ?? one.result,
    bytes: one.bytes + other.bytes,
    durationMs: Math.max(one.durationMs, other.durationMs),
    sightings: [...one.sightings, ...other.sightings],
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
    sightings: [...mediaSightings(reading, reader.isMuted), ...shown, ...words],
  };
}

async function still(reader: CanaryReader, picture: Uint8Array): Promise<Sighting[]> {
  const marks = await readPictureFile(picture);
  const shown = marks.length === 0 ? [undefined] : marks;
  const sightings = shown.map((mark) => pictureSighting(reader, mark));
  return [...new Map(sightings.map((one) => [JSON.stringify(one), one])).values()];
}
