import type { SurfaceId, Tier } from '../model/surface.ts';
import type { PlannedLook } from './plan.ts';

/** Of how many patients' devices one is handed on, by tier: a page costs far more. */
const oneIn = { api: 6, browser: 12, live: Infinity } as const;

/** What is looked at on a device that was handed on: where replays are listed, and the recordings where that is cheap. */
const surfacesLookedAt: Readonly<Record<Tier, readonly SurfaceId[]>> = {
  api: ['replay-list', 'media'],
  browser: ['replay-list', 'replays-page'],
  live: [],
};

/**
 * The shared device, after everything else: one patient signs out, and the next one signs in on the same device and looks
 * at their own. Nobody's device is handed on twice, and who looks on another's keeps their own. In live calls devices hold
 * cameras, and are not handed on.
 */
export function planHandedDevices(
  cohort: number,
  patients: readonly number[],
  tier: Tier,
): PlannedLook[] {
  return patients.flatMap((viewer, position) => {
    const device = patients[position + 1];
    if (position % oneIn[tier] !== 0 || device === undefined || tier === 'live') return [];
    return surfacesLookedAt[tier].map((surface): PlannedLook => {
      const check = `${cohort}/handed-on/${surface}/${viewer}-on-${device}`;
      return { check, kind: 'look', viewer, surface, phase: 'handed-on', device };
    });
  });
}
