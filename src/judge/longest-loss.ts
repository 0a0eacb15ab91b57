import type { AuthenticSighting, Sighting } from '../history/sighting.ts';
import type { Take } from '../model/take.ts';
import type { Stretch } from './stretches.ts';
import { longestGapMs } from './stretches.ts';

/** The plan's take; undefined where the cohort's plan has none such. */
export type TakeOf = (patient: number, take: number) => Take | undefined;

/**
 * The longest stretch, in ms, of which one voice or the picture of a recording says nothing, not even that it cannot be read,
 * while what is heard meanwhile tells that its take was performed. What begins late in a take is not lost: a microphone may
 * still be off. Of what is not there at all, the seconds that were planned tell.
 */
export function longestLossMs(sightings: readonly Sighting[], takeOf: TakeOf): number {
  const read = sightings.filter(
    (one): one is AuthenticSighting => one.integrity === 'authentic' && one.toMs !== undefined,
  );
  const heard = read.filter(({ track }) => track === 'sound');
  const unclear = sightings.filter(
    ({ integrity, track }) => integrity !== 'authentic' && track === 'sound',
  );
  const pictures = sightings.filter(({ track, toMs }) => track === 'picture' && toMs !== undefined);
  const losses = heard.flatMap((performed) => {
    const { patient, take, role } = performed;
    const planned = takeOf(patient, take);
    const voice = heard.filter((one) => one.role !== role);
    return [
      role === 'clinician' && planned?.isMuted ? 0 : lossMs(performed, voice, unclear),
      planned?.mode === 'video' ? lossMs(performed, pictures) : 0,
    ];
  });
  return Math.max(0, ...losses);
}

/** How long a track says nothing while a take is heard, from the track's first reading in it on. */
function lossMs(
  { fromMs = 0, toMs = 0 }: Stretch,
  track: readonly Stretch[],
  unclear: readonly Stretch[] = [],
): number {
  const within = track.filter((one) => (one.toMs ?? 0) > fromMs && (one.fromMs ?? 0) < toMs);
  const begins = Math.min(...within.map((one) => one.fromMs ?? 0));
  return longestGapMs([...track, ...unclear], toMs, Math.max(fromMs, begins));
}
