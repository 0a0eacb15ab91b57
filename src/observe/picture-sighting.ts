import { readMark } from '../canary/mark.ts';
import type { Sighting } from '../history/sighting.ts';
import type { CanaryReader } from './read-text.ts';

/** What the mark that was read from one picture says; no mark makes it unreadable, never clean. */
export function pictureSighting(
  { key, run }: CanaryReader,
  mark: Uint8Array | undefined,
): Sighting {
  const reading = mark && readMark(key, run, mark);
  if (reading === undefined) return { integrity: 'unreadable', track: 'picture' };
  return { ...reading, track: 'picture' };
}
