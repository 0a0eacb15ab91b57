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

/** Surfaces on which the recording itself, or a picture of it, is seen. */
export const recordingSurfaces: readonly SurfaceId[] = ['media', 'thumbnail', 'player'];

/** Surfaces on which each replay is opened; the others list or answer. */
export const openedSurfaces: readonly SurfaceId[] = ['replay-detail', ...recordingSurfaces];

/** The tier of a batch: which surfaces its patients are read on. `browser` reads all of them. */
export type Tier = 'api' | 'browser';

/** The standard surfaces that a tier reads. */
export function surfacesOf(tier: Tier): readonly SurfaceId[] {
  return tier === 'browser'
    ? surfaces
    : surfaces.filter((surface) => !browserSurfaces.includes(surface));
}
