import type { MediaReading, SoundStretch } from '../canary/media-reading.ts';
import type { Sighting } from '../history/sighting.ts';

/**
 * What a media file's reading says, as sightings over its whole timeline. A clinician may be silent; a patient of the
 * plan never is, so silence in their band counts as unreadable, like a file that could not be read in full.
 */
export function mediaSightings({
  container,
  picture,
  sound,
  beside,
  problems,
}: MediaReading): Sighting[] {
  const besides = beside.map((mark): Sighting => ({
    ...(mark ?? { integrity: 'unreadable' }),
    track: 'picture',
  }));
  if (container === null) return [...besides, { integrity: 'unreadable', track: 'picture' }];
  const pictures = (picture?.stretches ?? []).map(({ fromMs, toMs, mark }): Sighting => {
    const where = { track: 'picture', fromMs, toMs } as const;
    return mark === null ? { integrity: 'unreadable', ...where } : { ...mark, ...where };
  });
  const sounds = (sound?.stretches ?? []).flatMap((stretch) => soundSighting(stretch));
  const isWhole = problems.length === 0 && (picture !== null || sound !== null);
  return [
    ...pictures,
    ...sounds,
    ...besides,
    ...(isWhole ? [] : [{ integrity: 'unreadable', track: 'picture' } as const]),
  ];
}

function soundSighting({ role, heard, fromMs, toMs, mark }: SoundStretch): Sighting[] {
  const where = { track: 'sound', fromMs, toMs } as const;
  if (mark !== null) return [{ ...mark, ...where }];
  if (role === 'clinician' && heard === 'silence') return [];
  return [{ integrity: 'unreadable', ...where }];
}
