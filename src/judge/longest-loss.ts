import type { Sighting } from '../history/sighting.ts';
import { roles } from '../model/role.ts';
import type { Take } from '../model/take.ts';
import type { Stretch } from './stretches.ts';
import { longestGapMs } from './stretches.ts';

/** The plan's take; undefined where the cohort's plan has none such. */
export type TakeOf = (patient: number, take: number) => Take | undefined;

/**
 * The longest stretch, in ms, of which one voice or the picture of a recording says nothing, not even that it cannot be read,
 * while what is heard meanwhile tells that it was performed. What begins later than the rest, or is not there at all, is not
 * lost but missing.
 */
export function longestLossMs(sightings: readonly Sighting[], takeOf: TakeOf): number {
  const sound = sightings.filter(({ track }) => track === 'sound');
  const heard = sound.filter((one) => one.integrity === 'authentic');
  const voices = roles.map((role) => {
    const own = heard.filter((one) => one.role === role);
    const unclear = sound.filter(({ integrity }) => integrity !== 'authentic');
    const others = heard.filter(
      (one) => one.role !== role && !(role === 'patient' && takeOf(one.patient, one.take)?.isMuted),
    );
    return longestOf(others, own, unclear);
  });
  const pictures = sightings.filter(({ track, toMs }) => track === 'picture' && toMs !== undefined);
  const seen = heard.filter(({ patient, take }) => takeOf(patient, take)?.mode === 'video');
  return Math.max(...voices, longestOf(seen, pictures));
}

function longestOf(
  performed: readonly Stretch[],
  read: readonly Stretch[],
  unclear: readonly Stretch[] = [],
): number {
  const begins = Math.min(...read.map(({ fromMs = 0 }) => fromMs));
  const losses = performed.map(({ fromMs = 0, toMs = 0 }) =>
    longestGapMs([...read, ...unclear], toMs, Math.max(fromMs, begins)),
  );
  return Math.max(0, ...losses);
}
