import { createHash } from 'node:crypto';
import { BoundedCache } from '../canary/bounded-cache.ts';
import type { MediaReading } from '../canary/media-reading.ts';
import { readMedia } from '../canary/read-media.ts';
import type { CanaryReader } from './read-text.ts';

/** Readings kept; a replay is met again on several surfaces and around each probe, byte for byte the same. */
const readings = new BoundedCache<Promise<MediaReading>>(512);

/** Reads a media file, or hands back the reading of the very same bytes. */
export function readMediaOnce(
  { key, run }: CanaryReader,
  bytes: Uint8Array,
): Promise<MediaReading> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return readings.getOrMake(`${run} ${digest}`, () => readMedia(key, run, bytes));
}
