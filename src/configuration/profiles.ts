import type { ScenarioName, SuiteShape } from '../model/suite-shape.ts';
import type { Tier } from '../model/surface.ts';

/** What a gate demands of the coverage that a run really had; less is inconclusive. */
export interface CoverageThresholds {
  readonly patients: number;
  /** Share of patients with a completed, switched call that overlapped another one in the history, 0 to 1. */
  readonly overlapping: number;
  readonly readInBrowser: number;
  readonly liveCalls: number;
}

/** A size of run: its suites and the coverage that it must reach. */
export interface Profile {
  readonly suites: readonly SuiteShape[];
  readonly thresholds: CoverageThresholds;
}

export const profileNames = [
  'pair',
  'trial',
  'smoke',
  'live-trial',
  'live',
  'merge',
  'release',
] as const;
export type ProfileName = (typeof profileNames)[number];

function suite(
  scenario: ScenarioName,
  tier: Tier,
  [cohorts, patients, clinicians, cohortsPerBatch]: readonly [number, number, number, number],
): SuiteShape {
  return { scenario, tier, cohorts, patients, clinicians, cohortsPerBatch };
}

/**
 * `pair` for doctor to try a driver's parts, `trial` to try a driver out, `smoke` to try a product out, `live-trial` to try
 * its live calls out, `live` for live calls alone, `merge` at every merge, `release` before a release.
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  pair: {
    suites: [
      suite('replay-ownership', 'api', [1, 2, 2, 1]),
      suite('overlapping-appointments', 'browser', [1, 2, 2, 1]),
    ],
    thresholds: { patients: 4, overlapping: 0.8, readInBrowser: 2, liveCalls: 0 },
  },
  trial: {
    suites: [
      suite('replay-ownership', 'api', [1, 6, 2, 1]),
      suite('forced-access', 'api', [1, 4, 2, 1]),
      suite('june-2020', 'api', [1, 6, 2, 1]),
      suite('overlapping-appointments', 'browser', [1, 2, 2, 1]),
    ],
    thresholds: { patients: 18, overlapping: 0.8, readInBrowser: 2, liveCalls: 0 },
  },
  smoke: {
    suites: [
      suite('replay-ownership', 'api', [2, 6, 2, 2]),
      suite('overlapping-appointments', 'api', [1, 6, 2, 1]),
      suite('audio-to-video-switch', 'api', [1, 6, 3, 1]),
      suite('forced-access', 'api', [2, 6, 3, 2]),
      suite('june-2020', 'api', [1, 15, 2, 1]),
      suite('replay-ownership', 'browser', [1, 4, 2, 1]),
    ],
    thresholds: { patients: 55, overlapping: 0.8, readInBrowser: 4, liveCalls: 0 },
  },
  'live-trial': {
    suites: [suite('live-calls', 'live', [1, 5, 1, 1])],
    thresholds: { patients: 5, overlapping: 0.8, readInBrowser: 5, liveCalls: 5 },
  },
  live: {
    suites: [suite('live-calls', 'live', [1, 9, 1, 1])],
    thresholds: { patients: 9, overlapping: 0.8, readInBrowser: 9, liveCalls: 9 },
  },
  merge: {
    suites: [
      suite('replay-ownership', 'api', [6, 10, 3, 2]),
      suite('overlapping-appointments', 'api', [4, 8, 2, 2]),
      suite('audio-to-video-switch', 'api', [4, 10, 5, 2]),
      suite('forced-access', 'api', [3, 8, 4, 3]),
      suite('june-2020', 'api', [1, 55, 4, 1]),
      suite('replay-ownership', 'browser', [2, 6, 2, 1]),
      suite('overlapping-appointments', 'browser', [1, 6, 2, 1]),
      suite('audio-to-video-switch', 'browser', [1, 6, 3, 1]),
      suite('live-calls', 'live', [1, 6, 1, 1]),
    ],
    thresholds: { patients: 200, overlapping: 0.9, readInBrowser: 30, liveCalls: 6 },
  },
  release: {
    suites: [
      suite('replay-ownership', 'api', [24, 10, 3, 4]),
      suite('overlapping-appointments', 'api', [16, 8, 2, 4]),
      suite('audio-to-video-switch', 'api', [16, 10, 5, 4]),
      suite('forced-access', 'api', [12, 8, 4, 4]),
      suite('june-2020', 'api', [2, 55, 4, 1]),
      suite('replay-ownership', 'browser', [6, 6, 2, 2]),
      suite('overlapping-appointments', 'browser', [4, 6, 2, 2]),
      suite('audio-to-video-switch', 'browser', [4, 6, 3, 2]),
      suite('live-calls', 'live', [3, 9, 1, 1]),
    ],
    thresholds: { patients: 800, overlapping: 0.9, readInBrowser: 100, liveCalls: 27 },
  },
};

/**
 * A profile for a product without pages: what is read in a browser is neither planned nor demanded. Live calls stay, as they
 * are held between pages of another kind.
 */
export function withoutPages({ suites, thresholds }: Profile): Profile {
  const { browser: onPages = [], others = [] } = Object.groupBy(suites, ({ tier }) =>
    tier === 'browser' ? tier : 'others',
  );
  const leftOut = onPages.reduce((sum, { cohorts, patients }) => sum + cohorts * patients, 0);
  return { suites: others, thresholds: { ...thresholds, patients: thresholds.patients - leftOut } };
}
