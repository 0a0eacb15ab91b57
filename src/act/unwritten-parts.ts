import { deaf } from './deaf.ts';
import { surfaces } from '../model/surface.ts';
import { HttpClient } from './http-client.ts';
import { isNotYetWritten } from './not-yet-written.ts';
import type { Surface } from './surface.ts';
import type { PatientSession, TargetDriver } from './target-driver.ts';

/** What a driver still lacks, by the names that its interface gives them. */
export interface UnwrittenParts {
  /** What the driver has to say of its target. */
  readonly declarations: readonly string[];
  readonly verbs: readonly string[];
  readonly surfaces: readonly string[];
}

/**
 * The parts of a driver that stand in for what is not yet written. A session is opened and closed to see its verbs, and
 * nothing else is asked of the product; a driver that cannot open one is written, and what fails is for the run to say.
 */
export async function unwrittenParts(driver: TargetDriver): Promise<UnwrittenParts> {
  const { nonProduction } = driver as Partial<TargetDriver>;
  const declarations = nonProduction?.trim() === '' ? ['nonProduction'] : [];
  const ofDriver = marked(driver);
  if (ofDriver.includes('openSession')) return { declarations, verbs: ofDriver, surfaces: [] };
  const http = new HttpClient(deaf);
  try {
    const session = await driver.openSession({ http, browser: undefined, heard: nothingHeard });
    try {
      const { absentSurfaces: absent, absentRegistration, absentMute } = driver.capabilities;
      const { live } = session;
      const isDue = (name: string): boolean =>
        (name !== 'register' || absentRegistration === undefined) &&
        (name !== 'mute' || absentMute === undefined);
      const forgotten = [
        ...(session.register === undefined ? ['register'] : []),
        ...(live !== undefined && live.mute === undefined ? ['mute'] : []),
      ];
      const present = surfaces.filter((id) => absent[id] === undefined);
      return {
        declarations,
        verbs: [
          ...ofDriver,
          ...[...forgotten, ...marked(session), ...marked(live ?? {})].filter(isDue),
        ],
        surfaces: present.filter((id) => isUnwritten(surfaceOf(session, id))),
      };
    } finally {
      await session.close();
    }
  } catch {
    return { declarations, verbs: ofDriver, surfaces: [] };
  } finally {
    await http.close();
  }
}

const nothingHeard = () => Promise.resolve();

/** Where even asking for a surface fails, the run says so. */
function surfaceOf(session: PatientSession, id: Surface['id']): Surface | undefined {
  try {
    return session.surface(id);
  } catch {
    return undefined;
  }
}

function isUnwritten(surface: Surface | undefined): boolean {
  return surface !== undefined && marked(surface).length > 0;
}

function marked(owner: object): string[] {
  return Object.entries(owner).flatMap(([name, part]) => (isNotYetWritten(part) ? [name] : []));
}
