import type { HistoryEntry } from '../../history/history.ts';
import type { ProfileName } from '../../configuration/profiles.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import type { Tier } from '../../model/surface.ts';

/** What a tier's acts, looks and probes took at this target, together. */
interface Spent {
  steps: number;
  ms: number;
  responses: number;
}

/** What a profile asks of a target, and about how long it will take. */
export interface ProfileEstimate {
  readonly profile: ProfileName;
  readonly patients: number;
  readonly calls: number;
  readonly liveCalls: number;
  readonly requests: number;
  /** With so many patients at once as `patientsAtOnce` says, in minutes. */
  readonly minutes: number;
}

/**
 * A gate does more at once where it can, up to 24 patients over HTTP, and a target that is asked more is slower in its
 * answers: a gate of the reference clinic on two cores took about as long as six at once would have.
 */
const patientsAtOnce: Readonly<Record<Tier, number>> = { api: 6, browser: 3, live: 3 };

/** A live call and what is looked at while it is held cannot be hurried: about 15 s on two cores. */
const liveCallMs = 15_000;

/** Learns from a small run what a step of each tier costs at a target, and reckons what whole profiles will. */
export class EstimateOfProfiles {
  readonly #spent = new Map<Tier, Spent>();

  see(tier: Tier, entry: HistoryEntry): void {
    const spent = this.#of(tier);
    if (entry.type === 'end') spent.responses += entry.responses;
    if (entry.type !== 'act' && entry.type !== 'look' && entry.type !== 'probe') return;
    spent.steps += 1;
    spent.ms += entry.until - entry.at;
  }

  of(profile: ProfileName, cohorts: Iterable<PlannedCohort>): ProfileEstimate {
    let [patients, calls, liveCalls, requests, ms] = [0, 0, 0, 0, 0];
    for (const { tier, patients: own, consultations, moments, checks } of cohorts) {
      const attended = consultations.filter(({ takes }) => takes.length > 0).length;
      patients += own.length;
      calls += attended;
      if (tier === 'live') {
        liveCalls += attended;
        ms += attended * liveCallMs;
      }
      // A live call's patients are looked at in the browser, as those of that tier are.
      const { steps, ms: took, responses } = this.#of(tier === 'live' ? 'browser' : tier);
      if (steps === 0) continue;
      const acts = moments.reduce((sum, moment) => sum + moment.acts.length, 0);
      const share = (acts + checks.length) / steps;
      requests += share * responses;
      ms += (share * took) / patientsAtOnce[tier];
    }
    return {
      profile,
      patients,
      calls,
      liveCalls,
      requests: Math.round(requests),
      minutes: Math.ceil(ms / 60_000),
    };
  }

  #of(tier: Tier): Spent {
    const known = this.#spent.get(tier) ?? { steps: 0, ms: 0, responses: 0 };
    this.#spent.set(tier, known);
    return known;
  }
}
