import type { RawResponse } from '../act/raw-response.ts';
import { textOf } from '../act/raw-response.ts';
import type { Sighting } from '../history/sighting.ts';
import type { Identities } from './identify.ts';
import type { CanaryReader } from './read-text.ts';
import { readText } from './read-text.ts';

/** What a response held that is not its recipient's. */
export interface ForeignMatter {
  readonly sightings: readonly Sighting[];
  readonly identities: readonly number[];
}

/**
 * Scans a response's headers and body, whatever the driver makes of it. Pictures and media are read by what they
 * show, on their surfaces; here their headers alone are.
 */
export function scanResponse(
  reader: CanaryReader,
  identities: Identities,
  recipient: number,
  response: RawResponse,
): ForeignMatter {
  const { headers } = response;
  const head = Object.values(headers).join('\n');
  const isMedia = /^(image|video|audio)\//.test(headers['content-type'] ?? '');
  const text = isMedia ? head : `${head}\n${textOf(response)}`;
  const sightings = readText(reader, text).filter(
    (sighting) => sighting.integrity !== 'authentic' || sighting.patient !== recipient,
  );
  const strangers = identities.in(text);
  strangers.delete(recipient);
  return { sightings, identities: [...strangers] };
}
