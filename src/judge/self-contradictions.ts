import type { HistoryEntry } from '../history/history.ts';
import type { SurfaceId } from '../model/surface.ts';

/** What one history says twice, and differently: then neither is evidence. */
export class SelfContradictions {
  readonly #lookedAt = new Set<SurfaceId>();
  #absent: readonly string[] = [];
  #answered = 0;
  #responses: number | undefined;

  see(entry: HistoryEntry): void {
    if (entry.type === 'start') this.#absent = Object.keys(entry.absentSurfaces);
    if (entry.type === 'end') this.#responses = entry.responses;
    if (entry.type === 'look' || entry.type === 'probe') this.#lookedAt.add(entry.surface);
    if (isAnswered(entry)) this.#answered += 1;
  }

  /** The contradictions in sentences; none when all fits together. */
  conclude(): string[] {
    const present = this.#absent.filter((surface) => this.#lookedAt.has(surface as SurfaceId));
    const unheard = this.#responses !== undefined && this.#responses < this.#answered;
    return [
      ...present.map(
        (surface) => `The target is said to have no ${surface}, and ${surface} was looked at.`,
      ),
      ...(unheard
        ? [
            `${this.#answered} acts, looks and probes were answered, and only ${this.#responses} responses were scanned: the driver goes past the client that it was given.`,
          ]
        : []),
    ];
  }
}

/** Whatever the target did or showed came in a response at least. */
function isAnswered(entry: HistoryEntry): boolean {
  return (
    (entry.type === 'act' && entry.verb !== 'hold-up' && entry.outcome === 'done') ||
    (entry.type === 'look' && entry.outcome === 'seen') ||
    (entry.type === 'probe' && entry.outcome !== 'indeterminate')
  );
}
