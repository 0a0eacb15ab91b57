import type { SurfaceId } from '../model/surface.ts';

/** Content as a canary names it. */
export interface Content {
  readonly patient: number;
  readonly take: number;
}

/**
 * Whether a viewer may be shown this content on this surface at this instant (ms of the harness's clock). Only its
 * owner is entitled; the surface and the instant are parameters because relations that depend on them will follow.
 */
export function entitled(
  viewer: number,
  content: Content,
  _surface: SurfaceId | 'response',
  _instant: number,
): boolean {
  return content.patient === viewer;
}
