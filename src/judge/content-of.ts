import type { AuthenticSighting, Sighting } from '../history/sighting.ts';
import type { CohortRecord } from './cohort-record.ts';
import type { Appearance, LedgerItem } from './item-ledger.ts';

/** Content read from an item on one surface. */
export interface ReadContent {
  readonly appearance: Appearance;
  readonly sighting: AuthenticSighting;
  /** Null when the canary is valid but the plan of this cohort has no such take. */
  readonly consultation: number | null;
  readonly seconds: number;
}

/** Every authentic canary that was read from an item, on all surfaces. */
export function contentOf(record: CohortRecord, item: LedgerItem): ReadContent[] {
  return [...item.appearances.values()].flatMap((appearance) =>
    [...appearance.contents.values()].flatMap(({ sighting, ms }) =>
      sighting.integrity === 'authentic'
        ? [{ appearance, sighting, consultation: of(record, sighting), seconds: ms / 1000 }]
        : [],
    ),
  );
}

function of(record: CohortRecord, { consultation, patient, take }: AuthenticSighting) {
  return consultation ?? record.consultationOfTake(patient, take) ?? null;
}

/**
 * Longest stretch, in ms, that may stay unread between two readings: a mark needs up to 1.5 s of sound
 * and a frame of picture, so anything shorter lies below the resolution that the report states.
 */
export const unreadableAtMostMs: Readonly<Record<Sighting['track'], number>> = {
  sound: 1500,
  picture: 500,
  text: 0,
};

/**
 * What in an item could not be read or trusted, and what a reader may have lost without a word. A patient who misses a part of
 * their own replay is told of by `unreadOf` alone, since what nobody recorded looks the same as what a reader lost.
 */
export function doubtsAboutContent(appearance: Appearance): string[] {
  const { lostMs } = appearance;
  return [
    ...unreadOf(appearance),
    ...(lostMs > unreadableAtMostMs.sound
      ? [
          `${(lostMs / 1000).toFixed(1)} s of a voice, or of the picture, were not read while the rest was`,
        ]
      : []),
  ];
}

/** What in an item could not be read or trusted; an empty list when all of it was. */
export function unreadOf({ contents, blank, unaccountedMs }: Appearance): string[] {
  return [
    ...(blank > 0 ? ['it was opened and nothing in it says whose it is'] : []),
    ...(unaccountedMs > unreadableAtMostMs.sound
      ? [`${(unaccountedMs / 1000).toFixed(1)} s of it were not read`]
      : []),
    ...unreadContents(contents),
  ];
}

function unreadContents(contents: Appearance['contents']): string[] {
  return [...contents.values()].flatMap(({ sighting, ms }) => {
    if (sighting.integrity === 'unreadable')
      return ms > unreadableAtMostMs[sighting.track] || ms === 0
        ? [`${(ms / 1000).toFixed(1)} s of ${sighting.track} could not be read`]
        : [];
    return sighting.integrity === 'partial'
      ? [`a damaged canary stands in the ${sighting.track}`]
      : [];
  });
}
