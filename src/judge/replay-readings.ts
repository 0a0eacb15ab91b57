import { z } from 'zod';
import type { Opening } from '../history/history.ts';
import { surfaces } from '../model/surface.ts';
import { joined } from './stretches.ts';

/** Replays that were not read whole of which the report tells each; more are counted. */
const toldAtMost = 200;

const tracks = ['picture', 'sound'] as const;

const partlyReadSchema = z.strictObject({
  viewer: z.int(),
  surface: z.enum(surfaces),
  /** The product's id of the replay. */
  item: z.string(),
  lengthMs: z.number(),
  /** Stretches of the timeline in which no mark could be read. */
  unread: z.array(
    z.strictObject({
      track: z.enum(tracks),
      fromMs: z.number(),
      toMs: z.number(),
    }),
  ),
});

/** Which part of each replay was read: how many whole, and what of the others was not, the largest gap first. */
export const replayReadingsSchema = z.strictObject({
  whole: z.int().min(0),
  inPart: z.int().min(0),
  told: z.array(partlyReadSchema),
});

export type ReplayReadings = z.infer<typeof replayReadingsSchema>;
type PartlyRead = z.infer<typeof partlyReadSchema>;

export function noReadings(): ReplayReadings {
  return { whole: 0, inPart: 0, told: [] };
}

/** Counts a replay that was opened. What has no length, a page or a still picture, is none. */
export function countReading(
  readings: ReplayReadings,
  shown: Pick<PartlyRead, 'viewer' | 'surface' | 'item'>,
  { durationMs, sightings }: Opening,
): void {
  if (durationMs === 0) return;
  const lost = sightings.filter(({ integrity }) => integrity === 'unreadable');
  // A second of sound is unread whichever of the two voices is.
  const unread = tracks.flatMap((track) =>
    joined(lost.filter((one) => one.track === track)).map((stretch) => ({ track, ...stretch })),
  );
  if (unread.length === 0) {
    readings.whole += 1;
    return;
  }
  readings.inPart += 1;
  readings.told.push({ ...shown, lengthMs: durationMs, unread });
  readings.told.sort((one, other) => unreadMs(other) - unreadMs(one));
  readings.told.splice(toldAtMost);
}

/** Time of a replay in which nothing was read, in ms, both tracks together. */
export function unreadMs({ unread }: PartlyRead): number {
  return unread.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}
