import type { MarkReading } from './mark.ts';
import type { PictureStretch } from './media-reading.ts';
import { mergeStretches } from './media-reading.ts';
import type { SeenFrame } from './read-picture-track.ts';

/**
 * A picture track's timeline, and behind it what else its frames show: where several people are in the picture, the patient
 * is in the timeline, and every other one has stretches of their own.
 */
export function pictureStretches(
  frames: readonly SeenFrame[],
  track: number,
  read: (mark: Uint8Array) => MarkReading | null,
): PictureStretch[] {
  if (frames.length === 0) return [{ track, fromMs: 0, toMs: 0, mark: null }];
  const shown = frames.map(({ fromMs, toMs, marks }) => {
    const people = marks.flatMap((mark) => read(mark) ?? []).toSorted(patientsFirst);
    return { where: { track, fromMs, toMs }, people };
  });
  const timeline = shown.map(({ where, people }) => ({ ...where, mark: people[0] ?? null }));
  const beside = shown.flatMap(({ where, people }) =>
    people.slice(1).map((mark) => ({ ...where, mark })),
  );
  const lanes = Map.groupBy(beside, ({ mark }) => JSON.stringify(mark));
  return [
    ...mergeStretches(timeline),
    ...[...lanes.values()].flatMap((lane) => mergeStretches(lane)),
  ];
}

/** Always in the same order, so that two neighbours do not change places from frame to frame. */
function patientsFirst(one: MarkReading, other: MarkReading): number {
  const rank = (reading: MarkReading) =>
    `${'role' in reading && reading.role === 'patient' ? 0 : 1} ${JSON.stringify(reading)}`;
  return rank(one) < rank(other) ? -1 : 1;
}
