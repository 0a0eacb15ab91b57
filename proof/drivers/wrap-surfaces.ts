import type { Surface } from '../../src/act/surface.ts';
import type { TargetDriver } from '../../src/act/target-driver.ts';
import { wrapSessions } from './wrap-sessions.ts';

/** A driver whose surfaces are not what another driver makes of them. */
export function wrapSurfaces(
  driver: TargetDriver,
  wrap: (surface: Surface) => Surface,
): TargetDriver {
  return wrapSessions(driver, (session) => ({
    ...session,
    surface(id) {
      const surface = session.surface(id);
      return surface && wrap(surface);
    },
  }));
}
