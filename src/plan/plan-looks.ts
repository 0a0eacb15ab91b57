import type { SurfaceId, Tier } from '../model/surface.ts';
import { surfacesOf } from '../model/surface.ts';
import type { Moment, PlannedLook } from './plan.ts';
import { isCallMoment } from './plan-moments.ts';

/**
 * Adds looks to the moments of the day's calls: a third of the patients in each, everyone in the last, all on the same
 * route behind the same barrier, while neighbours join, switch and hang up.
 */
export function planOverlapLooks(
  cohort: number,
  patients: readonly number[],
  tier: Tier,
  moments: readonly Moment[],
): { moments: Moment[]; looks: PlannedLook[] } {
  const looks: PlannedLook[] = [];
  const firstCall = moments.findIndex(isCallMoment);
  const withLooks = moments.map((moment, index): Moment => {
    if (firstCall < 0 || index < firstCall) return moment;
    const step = index - firstCall;
    const viewers = patients.filter(
      (_, position) => index === moments.length - 1 || (position + step) % 3 === 0,
    );
    const surface = overlapSurface(tier, step);
    const added = viewers.map((viewer): PlannedLook => {
      const check = `${cohort}/overlap/${step}/${surface}/${viewer}`;
      return { check, kind: 'look', viewer, surface, phase: 'overlap' };
    });
    looks.push(...added);
    const acts = added.map(({ check }) => ({ verb: 'look', check }) as const);
    return { ...moment, acts: [...moment.acts, ...acts] };
  });
  return { moments: withLooks, looks };
}

function overlapSurface(tier: Tier, step: number): SurfaceId {
  const turn: readonly SurfaceId[] =
    tier !== 'api'
      ? ['replay-list', 'replays-page', 'replay-detail', 'replays-page', 'thumbnail']
      : ['replay-list', 'media', 'replay-detail', 'media', 'thumbnail'];
  return turn[step % turn.length] ?? 'replay-list';
}

/** The final sweep: every patient on every surface of the tier, when all has settled. */
export function planSettledLooks(
  cohort: number,
  patients: readonly number[],
  tier: Tier,
): PlannedLook[] {
  return surfacesOf(tier).flatMap((surface) =>
    patients.map((viewer) => {
      const check = `${cohort}/settled/${surface}/${viewer}`;
      return { check, kind: 'look', viewer, surface, phase: 'settled' } as const;
    }),
  );
}
