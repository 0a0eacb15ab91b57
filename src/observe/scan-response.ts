import { createHash } from 'node:crypto';
import type { RawResponse } from '../act/raw-response.ts';
import { isForPrograms, saysNo } from '../act/says-no.ts';
import { textOf } from '../act/raw-response.ts';
import type { Sighting } from '../history/sighting.ts';
import { BoundedCache } from '../canary/bounded-cache.ts';
import { layersOf } from '../canary/normalise.ts';
import { wordsWithin } from '../canary/words-within.ts';
import { readPicturesWithin } from '../canary/read-picture-file.ts';
import type { Identities } from './identify.ts';
import type { ObjectOwners } from './object-owners.ts';
import { pictureSighting } from './picture-sighting.ts';
import type { CanaryReader } from './read-text.ts';
import { readText } from './read-text.ts';
import type { UnreadMatter } from './unread-matter.ts';

/** What a response held: what is not its recipient's, and whether what is the recipient's was recognised in it. */
export interface ScannedMatter {
  readonly sightings: readonly Sighting[];
  readonly identities: readonly number[];
  /** Owners of appointments, replays and sessions that it named. */
  readonly objects: readonly number[];
  /** A scanner that recognises nobody's own has not proven that it would recognise a stranger's. */
  readonly own: { readonly canary: boolean; readonly identity: boolean };
}

/** A picture written into a page or an answer as its address; JSON may escape its slashes. */
const writtenPictures = /data:image\\?\/[^,]{1,40};base64,([\w+/=\\]+)/gu;

const wordsInFiles = new BoundedCache<string>(512);

/** What is known of the patients of a batch when a response is scanned. */
export interface KnownPatients {
  readonly identities: Identities;
  readonly objects: ObjectOwners;
  /** What pages showed and nobody could read. */
  readonly unread?: UnreadMatter;
}

/**
 * Scans a response's headers and body, whatever the driver makes of it. A picture is read by what it shows, wherever
 * it came; of media the headers alone are scanned here, since players and media links are surfaces of their own.
 */
export async function scanResponse(
  reader: CanaryReader,
  { identities, objects }: KnownPatients,
  recipient: number,
  response: RawResponse,
): Promise<ScannedMatter> {
  const { headers } = response;
  const head = Object.values(headers).join('\n');
  const isMedia = /^(image\/(?!svg)|video\/|audio\/)/.test(headers['content-type'] ?? '');
  const isPlayed = /^(video|audio)\//.test(headers['content-type'] ?? '');
  // Headers differ from answer to answer. Bodies come again, and are then known.
  const texts = isMedia ? [head] : [head, textOf(response)];
  const read = [
    ...eachOnce(texts.flatMap((text) => readText(reader, text))),
    ...(isPlayed ? [] : await readStills(reader, response.body, texts)),
  ];
  // An answer may repeat what it was asked for, also within a link to sign in, where it is written otherwise.
  const asked = [...layersOf(response.url)].map((layer) => layer.text).join('\n');
  const askedFor = new Set(readText(reader, asked).map(whatItSays));
  const sightings = read.filter(
    (sighting) =>
      (sighting.integrity !== 'authentic' || sighting.patient !== recipient) &&
      !askedFor.has(whatItSays(sighting)),
  );
  // Files carry words too: titles, tags and subtitles.
  const words = isMedia ? [head, wordsOf(response.body)] : texts;
  const layers = words.flatMap((text) => [...layersOf(text)].map((layer) => layer.text));
  const named = [...new Set(layers.flatMap((layer) => identities.strangersIn(layer, recipient)))];
  const namedInAsking = new Set(identities.strangersIn(asked, recipient));
  return {
    sightings,
    identities: named.filter((one) => !namedInAsking.has(one)),
    // A cursor or a token often is base64 of what it stands for.
    objects: [
      ...new Set([
        ...layers.flatMap((layer) => objects.strangersIn(layer, recipient, asked)),
        ...objects.strangersIn(valuesGiven(response).join('\n'), recipient, ''),
      ]),
    ],
    own: {
      canary: read.some(
        (one) =>
          one.integrity === 'authentic' &&
          one.patient === recipient &&
          !askedFor.has(whatItSays(one)),
      ),
      identity: texts.some((text) => identities.isAddressedIn(text, recipient)),
    },
  };
}

/**
 * The values of an answer for programs that gives what was asked for: the id of another's object, asked for by a stranger, is
 * repeated by a refusal too, and given as a value where the object is.
 */
function valuesGiven(response: RawResponse): string[] {
  const { method, status, headers } = response;
  const type = headers['content-type'] ?? '';
  if (method !== 'GET' || status !== 200) return [];
  if (!isForPrograms(type)) return [];
  const text = textOf(response);
  if (saysNo(type, text)) return [];
  try {
    return leavesOf(JSON.parse(text));
  } catch {
    return [];
  }
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => leavesOf(one));
}

/** The words in a file, which comes again on several surfaces and around each probe, byte for byte the same. */
function wordsOf(file: Uint8Array): string {
  const digest = createHash('sha256').update(file).digest('base64');
  return wordsInFiles.getOrMake(digest, () => wordsWithin(file));
}

/** What stands in headers and body alike is told of once. */
function eachOnce(sightings: readonly Sighting[]): Sighting[] {
  return [...new Map(sightings.map((one) => [whatItSays(one), one])).values()];
}

/** What a sighting says, however it was written. */
function whatItSays({ form: _, ...sighting }: Sighting & { readonly form?: unknown }): string {
  return JSON.stringify(sighting);
}

/** Marks in the still pictures that came, whatever they are called; most pictures of a product have none. */
async function readStills(
  reader: CanaryReader,
  body: Uint8Array,
  texts: readonly string[],
): Promise<Sighting[]> {
  const marks = await readPicturesWithin(body);
  const written = texts.flatMap((text) => [...text.matchAll(writtenPictures)]);
  for (const [, picture = ''] of written)
    marks.push(...(await readPicturesWithin(Buffer.from(picture.replaceAll('\\', ''), 'base64'))));
  return marks.flatMap((mark) => (mark === undefined ? [] : [pictureSighting(reader, mark)]));
}
