import type { ActedTrial } from './acted-trial.ts';
import { absentSurfacesOf, holdsCalls } from './acted-trial.ts';
import type { ProfileName } from '../../configuration/profiles.ts';
import type { PlannedCohort } from '../../plan/plan.ts';
import type { Tier } from '../../model/surface.ts';
import { hasPages } from '../../model/surface.ts';

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

/** Reckons, from what the steps of each tier took in a trial, what a whole profile will, with live calls or without. */
export function estimateProfile(
  acted: ActedTrial,
  profile: ProfileName,
  cohorts: Iterable<PlannedCohort>,
  holdsLiveCalls: boolean,
): ProfileEstimate {
  const api = costOfStep(acted, 'api');
  // Without pages all that is looked at around a live call is asked for over HTTP.
  const costs = {
    api,
    browser: hasPages(absentSurfacesOf(acted)) ? costOfStep(acted, 'browser') : api,
  };
  const isCalled = holdsCalls(acted);
  let [patients, calls, liveCalls, requests, ms] = [0, 0, 0, 0, 0];
  for (const { tier, patients: own, consultations, moments, checks } of cohorts) {
    const attended = isCalled ? consultations.filter(({ takes }) => takes.length > 0).length : 0;
    patients += own.length;
    calls += attended;
    if (tier === 'live' && holdsLiveCalls) {
      liveCalls += attended;
      ms += attended * liveCallMs;
    }
    // A live call's patients are looked at in the browser, as those of that tier are.
    const cost = tier === 'api' ? costs.api : costs.browser;
    const steps = moments.reduce((sum, { acts }) => sum + acts.length, checks.length);
    requests += steps * cost.responses;
    ms += (steps * cost.ms) / patientsAtOnce[tier];
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

/** What an act or a check of a tier took on average; nothing where none was made. */
function costOfStep(acted: ActedTrial, tier: Tier): { ms: number; responses: number } {
  const entries = acted
    .filter(({ plan }) => plan.tier === tier)
    .flatMap((cohort) => cohort.entries);
  const steps = entries.filter(
    (entry) => entry.type === 'act' || ('check' in entry && 'until' in entry),
  );
  if (steps.length === 0) return { ms: 0, responses: 0 };
  const ends = entries.filter((entry) => entry.type === 'end');
  return {
    ms: steps.reduce((sum, { at, until }) => sum + until - at, 0) / steps.length,
    responses: ends.reduce((sum, { responses }) => sum + responses, 0) / steps.length,
  };
}
