import type { MediaReading, SoundStretch } from '../canary/media-reading.ts';
import type { Sighting } from '../history/sighting.ts';

/** Whether a patient has muted themselves in one of their takes. */
type IsMuted = (patient: number, take: number) => boolean;

/**
 * What a media file's reading says, as sightings over its whole timeline. A clinician may be silent; a patient of the
 * plan never is unless they are muted, which the clinician's words tell that are spoken meanwhile. Other silence in their
 * band counts as unreadable, like a file that could not be read in full.
 */
export function mediaSightings(
  { container, picture, sound, beside, problems }: MediaReading,
  isMuted: IsMuted = () => false,
): Sighting[] {
  const besides = beside.map((mark): Sighting => ({
    ...(mark ?? { integrity: 'unreadable' }),
    track: 'picture',
  }));
  if (container === null) return [...besides, { integrity: 'unreadable', track: 'picture' }];
  const pictures = (picture?.stretches ?? []).map(({ fromMs, toMs, mark }): Sighting => {
    const where = { track: 'picture', fromMs, toMs } as const;
    return mark === null ? { integrity: 'unreadable', ...where } : { ...mark, ...where };
  });
  const muted = (sound?.stretches ?? []).filter(
    ({ role, mark }) =>
      role === 'clinician' && mark?.integrity === 'authentic' && isMuted(mark.patient, mark.take),
  );
  const sounds = (sound?.stretches ?? []).flatMap((stretch) =>
    soundSighting(
      stretch,
      muted.some((one) => areTogether(one, stretch)),
    ),
  );
  const isWhole = problems.length === 0 && (picture !== null || sound !== null);
  return [
    ...pictures,
    ...sounds,
    ...besides,
    ...(isWhole ? [] : [{ integrity: 'unreadable', track: 'picture' } as const]),
  ];
}

function areTogether(one: SoundStretch, other: SoundStretch): boolean {
  return one.track === other.track && one.fromMs < other.toMs && other.fromMs < one.toMs;
}

function soundSighting(
  { role, heard, fromMs, toMs, mark }: SoundStretch,
  mayBeSilent: boolean,
): Sighting[] {
  const where = { track: 'sound', fromMs, toMs } as const;
  if (mark !== null) return [{ ...mark, ...where }];
  if (heard === 'silence' && (role === 'clinician' || mayBeSilent)) return [];
  return [{ integrity: 'unreadable', ...where }];
}
