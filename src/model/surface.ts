/** The standard surfaces: the places of a telehealth product where a replay becomes visible. */
export const surfaces = [
  'replay-list',
  'replay-detail',
  'media',
  'thumbnail',
  'error-page',
  'replays-page',
  'player',
] as const;

export type SurfaceId = (typeof surfaces)[number];

/** Surfaces that need a browser; the others are read over HTTP alone. */
export const browserSurfaces: readonly SurfaceId[] = ['replays-page', 'player'];

/** Whether a product of which these surfaces are said to be absent has pages on which replays are seen. */
export function hasPages(absentSurfaces: Readonly<Partial<Record<SurfaceId, string>>>): boolean {
  return browserSurfaces.some((surface) => absentSurfaces[surface] === undefined);
}

/** Surfaces on which the recording itself, or a picture of it, is seen. */
export const recordingSurfaces: readonly SurfaceId[] = ['media', 'thumbnail', 'player'];

/** Surfaces on which each replay is opened; the others list or answer. */
export const openedSurfaces: readonly SurfaceId[] = ['replay-detail', ...recordingSurfaces];

/**
 * The tier of a batch: on which surfaces its patients are read, and how calls are held. `browser` reads all surfaces;
 * `live` does too, and its calls take place between two pages.
 */
export const tiers = ['api', 'browser', 'live'] as const;

export type Tier = (typeof tiers)[number];

/** The standard surfaces that a tier reads. */
export function surfacesOf(tier: Tier): readonly SurfaceId[] {
  return tier === 'api'
    ? surfaces.filter((surface) => !browserSurfaces.includes(surface))
    : surfaces;
}
