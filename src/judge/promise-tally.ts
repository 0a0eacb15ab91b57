import type { PromiseOutcome } from './promise.ts';
import type { PromiseId } from './promise-id.ts';
import { promises } from './promises.ts';
import type { RunVerdicts } from './run-verdicts.ts';
import type { Verdict } from './verdict.ts';

/** Reasons that a report can show; the count tells of the rest. */
const reasonsAtMost = 50;

type CountedShortfall = RunVerdicts['shortfalls'][number];

interface Count {
  planned: number;
  concluded: number;
  findings: number;
  shortfalls: number;
  cohorts: number;
  /** Reasons of the cohorts in which there was nothing to judge. */
  readonly without: string[];
}

/** Adds up, promise by promise, what the cohorts of a run gave. */
export class PromiseTally {
  readonly #counts = new Map<PromiseId, Count>();
  readonly #reasons = new Map<string, CountedShortfall>();

  add(promise: PromiseId, outcome: PromiseOutcome): void {
    const count = this.#countOf(promise);
    count.planned += outcome.planned;
    count.concluded += outcome.concluded;
    count.findings += outcome.findings.length;
    count.shortfalls += outcome.shortfalls.length;
    count.cohorts += 1;
    if (outcome.nothingToJudge !== undefined) count.without.push(outcome.nothingToJudge);
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
      const { planned, concluded, findings, shortfalls } = count;
      const nothingToJudge = reasonForNothing(count) ?? null;
      const verdict = verdictOf(count);
      return { id, sentence, guards, verdict, planned, concluded, findings, shortfalls, nothingToJudge }; // prettier-ignore
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

  #countOf(promise: PromiseId): Count {
    const count = this.#counts.get(promise) ?? {
      planned: 0,
      concluded: 0,
      findings: 0,
      shortfalls: 0,
      cohorts: 0,
      without: [],
    };
    this.#counts.set(promise, count);
    return count;
  }
}

/** A promise nobody looked into is not upheld, unless there was nothing to look at for anybody. */
function verdictOf(count: Count): Verdict {
  if (count.findings > 0) return 'violated';
  if (reasonForNothing(count) !== undefined) return 'upheld';
  const isProven = count.planned > 0 && count.concluded === count.planned && count.shortfalls === 0;
  return isProven ? 'upheld' : 'inconclusive';
}

/** The target's reason why there is nothing to judge in any cohort; undefined where there is, or where something broke. */
function reasonForNothing(count: Count): string | undefined {
  const { planned, findings, shortfalls, cohorts, without } = count;
  const isNothing = planned + findings + shortfalls === 0 && without.length === cohorts;
  return isNothing ? without[0] : undefined;
}

/** The same reason about different replays is one reason. */
function generalise(reason: string): string {
  return reason.replace(/Replay \S+:/, 'Replay:').replace(/\d+(\.\d+)?/g, 'n');
}
