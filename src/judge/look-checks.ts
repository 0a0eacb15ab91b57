import type { EntryOf, HistoryEntry } from '../history/history.ts';
import type { SurfaceId } from '../model/surface.ts';
import type { PlannedLook } from '../plan/plan.ts';
import type { CohortRecord } from './cohort-record.ts';
import type { PromiseOutcome } from './promise.ts';
import type { PromiseId } from './promise-id.ts';

/** Keeps the books of a cohort's planned looks: which of them concluded, and why the others did not. */
export class LookChecks {
  readonly #promise: PromiseId;
  readonly #record: CohortRecord;
  readonly #planned: ReadonlyMap<string, PlannedLook>;
  readonly #concluded = new Set<string>();
  readonly #settled = new Set<string>();
  readonly #reasons = new Map<string, string>();
  readonly #leftOut = new Set<string>();

  constructor(promise: PromiseId, record: CohortRecord, concerns: (look: PlannedLook) => boolean) {
    this.#promise = promise;
    this.#record = record;
    this.#planned = new Map(
      record.plan.checks
        .filter((check) => check.kind === 'look')
        .filter(concerns)
        .map((look) => [look.check, look]),
    );
  }

  see(entry: HistoryEntry): void {
    if (entry.type === 'shortfall' && entry.check !== undefined)
      this.#reasons.set(entry.check, entry.reason);
    if (entry.type === 'left-out' && this.#planned.get(entry.check)?.device !== undefined)
      this.#leftOut.add(entry.check);
    if (entry.type !== 'look') return;
    const planned = this.#planned.get(entry.check);
    if (planned === undefined || entry.phase !== planned.phase) return;
    const doubt = doubtAbout(planned, entry);
    if (doubt !== undefined) {
      this.#reasons.set(entry.check, doubt);
      return;
    }
    this.#concluded.add(entry.check);
    if (planned.phase === 'settled') this.#settled.add(`${planned.viewer}/${planned.surface}`);
  }

  /** Whether this patient's look at this surface in the final sweep concluded. */
  isSettled(viewer: number, surface: SurfaceId): boolean {
    return this.#settled.has(`${viewer}/${surface}`);
  }

  /** Why the target lacks every surface that was to be looked at; undefined where it has one of them, or none was planned. */
  whyAllAbsent(): string | undefined {
    const reasons = [...this.#planned.values()]
      .filter(({ device }) => device === undefined)
      .map(({ surface }) => this.#record.absentSurfaces[surface]);
    return reasons.includes(undefined) ? undefined : reasons[0];
  }

  /** What the target lacks, with a reason, is not planned: the report's limits name it. */
  conclude(): Pick<PromiseOutcome, 'planned' | 'concluded' | 'shortfalls'> {
    const isAbsent = ({ check, surface }: PlannedLook) =>
      this.#record.absentSurfaces[surface] !== undefined || this.#leftOut.has(check);
    const absent = [...this.#planned.values()].filter((one) => isAbsent(one));
    const open = [...this.#planned.values()].filter(
      (one) => !this.#concluded.has(one.check) && !isAbsent(one),
    );
    return {
      planned: this.#planned.size - absent.length,
      concluded: this.#planned.size - absent.length - open.length,
      shortfalls: open.map(({ check, viewer, surface }) => ({
        promise: this.#promise,
        cohort: this.#record.plan.cohort,
        viewer,
        surface,
        reason: this.#reasons.get(check) ?? 'the planned look did not happen',
      })),
    };
  }
}

/** Why a look does not conclude the planned one; undefined when it does. */
function doubtAbout(planned: PlannedLook, entry: EntryOf<'look'>): string | undefined {
  if (
    entry.viewer !== planned.viewer ||
    entry.surface !== planned.surface ||
    entry.device !== planned.device
  )
    return 'the look was not the planned one';
  if (entry.outcome !== 'seen') return entry.reason ?? 'the look failed';
  if (entry.responses === 0)
    return 'nothing came over the wire while it was looked: the driver showed what it kept, or went past its client';
  return undefined;
}
