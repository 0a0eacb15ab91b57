import type { PromiseOutcome } from './promise.ts';
import type { PromiseId } from './promise-id.ts';
import { promises } from './promises.ts';
import type { RunVerdicts } from './run-verdicts.ts';
import type { Verdict } from './verdict.ts';

/** Reasons that a report can show; the count tells of the rest. */
const reasonsAtMost = 50;

type CountedShortfall = RunVerdicts['shortfalls'][number];

/** Adds up, promise by promise, what the cohorts of a run gave. */
export class PromiseTally {
  readonly #counts = new Map<
    PromiseId,
    { planned: number; concluded: number; findings: number; shortfalls: number }
  >();
  readonly #reasons = new Map<string, CountedShortfall>();

  add(promise: PromiseId, outcome: PromiseOutcome): void {
    const count = this.#countOf(promise);
    count.planned += outcome.planned;
    count.concluded += outcome.concluded;
    count.findings += outcome.findings.length;
    count.shortfalls += outcome.shortfalls.length;
    for (const shortfall of outcome.shortfalls) {
      const key = `${promise} ${generalise(shortfall.reason)}`;
      const known = this.#reasons.get(key);
      if (known) known.count += 1;
      else this.#reasons.set(key, { ...shortfall, count: 1 });
    }
  }

  promises(): RunVerdicts['promises'] {
    return promises.map(({ id, sentence, guards }) => {
      const count = this.#countOf(id);
      return { id, sentence, guards, verdict: verdictOf(count), ...count };
    });
  }

  checks(): { planned: number; concluded: number } {
    const counts = [...this.#counts.values()];
    return {
      planned: counts.reduce((sum, { planned }) => sum + planned, 0),
      concluded: counts.reduce((sum, { concluded }) => sum + concluded, 0),
    };
  }

  shortfalls(): CountedShortfall[] {
    return [...this.#reasons.values()]
      .sort(
        (one, other) =>
          // What broke for a whole cohort explains the rest, so it comes first.
          Number(one.viewer !== null) - Number(other.viewer !== null) ||
          other.count - one.count ||
          (one.reason < other.reason ? -1 : 1),
      )
      .slice(0, reasonsAtMost);
  }

  #countOf(promise: PromiseId) {
    const count = this.#counts.get(promise) ?? {
      planned: 0,
      concluded: 0,
      findings: 0,
      shortfalls: 0,
    };
    this.#counts.set(promise, count);
    return count;
  }
}

/** A promise nobody looked into is not upheld. */
function verdictOf(count: {
  planned: number;
  concluded: number;
  findings: number;
  shortfalls: number;
}): Verdict {
  if (count.findings > 0) return 'violated';
  const isProven = count.planned > 0 && count.concluded === count.planned && count.shortfalls === 0;
  return isProven ? 'upheld' : 'inconclusive';
}

/** The same reason about different replays is one reason. */
function generalise(reason: string): string {
  return reason.replace(/Replay \S+:/, 'Replay:').replace(/\d+(\.\d+)?/g, 'n');
}
