import type { EntryOf, HistoryEntry } from '../history/history.ts';
import type { PlannedCohort } from '../plan/plan.ts';

/** From when to when something lasted, in ms of the harness's clock. */
interface Span {
  from: number;
  to: number;
}

/**
 * Whether things happened in the order of the plan: one moment after the other, and the final sweep and its probes
 * after all of them. A look or a probe that was made at another time than planned proves something else than was planned.
 */
export class MomentOrder {
  readonly #momentOfCheck: ReadonlyMap<string, number>;
  readonly #spans = new Map<number, Span>();
  /** When the first look of the final sweep, or the first probe after it, began. */
  #sweepFrom = Infinity;
  #endedBeforeItBegan = 0;

  constructor({ moments }: PlannedCohort) {
    this.#momentOfCheck = new Map(
      moments.flatMap(({ acts }, moment) =>
        acts.flatMap((act) => (act.verb === 'look' ? [[act.check, moment] as const] : [])),
      ),
    );
  }

  see(entry: HistoryEntry): void {
    if (entry.type !== 'act' && !isObservation(entry)) return;
    if (entry.until < entry.at) this.#endedBeforeItBegan += 1;
    const moment = entry.type === 'act' ? entry.moment : this.#momentOfCheck.get(entry.check);
    const isOfMoment = entry.type !== 'look' || entry.phase === 'overlap';
    if (moment !== undefined && isOfMoment) this.#spanOf(moment, entry);
    else if (entry.type === 'probe' || ('phase' in entry && entry.phase !== 'overlap'))
      this.#sweepFrom = Math.min(this.#sweepFrom, entry.at);
  }

  /** What did not happen in its time, in sentences; none when all did. */
  conclude(): string[] {
    const complaints: string[] = [];
    if (this.#endedBeforeItBegan > 0)
      complaints.push(
        `${this.#endedBeforeItBegan} entries end before they begin: the clock of the run is not to be trusted.`,
      );
    let isOver = 0;
    for (const [moment, { from, to }] of [...this.#spans].toSorted(([one], [two]) => one - two)) {
      if (from < isOver)
        complaints.push(
          `Moment ${moment} began before the moments ahead of it were over: what was seen in it is not what was planned.`,
        );
      isOver = Math.max(isOver, to);
    }
    if (this.#sweepFrom < isOver)
      complaints.push(
        'The final sweep began before the last call was over: what it saw was not settled.',
      );
    return complaints;
  }

  #spanOf(moment: number, { at, until }: { readonly at: number; readonly until: number }): void {
    const span = this.#spans.get(moment);
    if (span === undefined) this.#spans.set(moment, { from: at, to: until });
    else {
      span.from = Math.min(span.from, at);
      span.to = Math.max(span.to, until);
    }
  }
}

type Observation = EntryOf<'look' | 'probe' | 'call-probe' | 'visit'>;

function isObservation(entry: HistoryEntry): entry is Observation {
  return 'check' in entry && 'until' in entry;
}
