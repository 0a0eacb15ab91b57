import type { HistoryEntry } from '../../history/history.ts';
import type { SurfaceId } from '../../model/surface.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import type { TriedPart } from './tried-part.ts';

type Probe = Extract<HistoryEntry, { type: 'probe' }>;

/** Tells of each surface whether it can be known that a patient who asks for the other one's replay is refused. */
export class TrialOfRefusals {
  readonly #planned = new Map<SurfaceId, number>();
  readonly #probes: Probe[] = [];
  readonly #absent = new Map<string, string>();

  plan({ checks }: PlannedCohort): void {
    for (const { kind, surface } of checks)
      if (kind === 'probe') this.#planned.set(surface, (this.#planned.get(surface) ?? 0) + 1);
  }

  see(entry: HistoryEntry): void {
    if (entry.type === 'start')
      for (const [surface, reason] of Object.entries(entry.absentSurfaces))
        this.#absent.set(surface, reason);
    if (entry.type === 'probe') this.#probes.push(entry);
  }

  parts(): TriedPart[] {
    return [...this.#planned].map(([surface, planned]) => {
      const part = `${surface} of the other patient`;
      const absent = this.#absent.get(surface);
      if (absent !== undefined) return { part, state: 'missing', said: absent };
      const probes = this.#probes.filter((probe) => probe.surface === surface);
      const refused = probes.filter(({ outcome }) => outcome === 'refused').length;
      const said = `refused ${refused} of ${planned} times`;
      if (refused === planned) return { part, state: 'seen', said };
      const served = probes.filter(({ outcome }) => outcome === 'served').length;
      if (served > 0)
        return {
          part,
          state: 'unseen',
          said: `${said}, served ${served}: the product leaks, or the driver asks with the owner’s session`,
        };
      const unclear = probes.find(({ outcome }) => outcome === 'indeterminate');
      const why = unclear === undefined ? 'nobody came to ask' : (unclear.reason ?? 'no reason');
      return { part, state: 'unseen', said: `${said}: ${why}` };
    });
  }
}
