import { createHash } from 'node:crypto';
import type { RawResponse } from '../act/raw-response.ts';
import { readPictureFile } from '../canary/read-picture-file.ts';
import type { Sighting } from '../history/sighting.ts';
import { mediaSightings } from './media-sightings.ts';
import { pictureSighting } from './picture-sighting.ts';
import { readMediaOnce } from './read-media-once.ts';
import type { CanaryReader } from './read-text.ts';

/** What a picture or a recording on a page says. */
interface ShownMatter {
  readonly sightings: readonly Sighting[];
  /** Whether anything in it says whose it is. */
  readonly isRead: boolean;
  /** The same for the very same bytes. */
  readonly digest: string;
}

/** Reads whose a picture or a recording is that a page shows outside the player. */
export async function readShown(
  reader: CanaryReader,
  { headers, body }: RawResponse,
): Promise<ShownMatter> {
  const isPicture = headers['content-type']?.startsWith('image/') ?? false;
  const sightings = isPicture
    ? (await readPictureFile(body)).map((mark) => pictureSighting(reader, mark))
    : mediaSightings(await readMediaOnce(reader, body), reader.isMuted);
  const isRead = sightings.some(({ integrity }) => integrity !== 'unreadable');
  const digest = createHash('sha256').update(body).digest('hex');
  return { sightings, isRead: isRead || body.length === 0, digest };
}
