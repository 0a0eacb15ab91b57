import type { Tier } from './surface.ts';

/** How many cohorts of what size one suite gets; a profile is a list of these. */
export interface SuiteShape {
  readonly scenario: ScenarioName;
  readonly tier: Tier;
  readonly cohorts: number;
  /** At most 64. */
  readonly patients: number;
  readonly clinicians: number;
  readonly cohortsPerBatch: number;
}

export const scenarioNames = [
  'replay-ownership',
  'overlapping-appointments',
  'audio-to-video-switch',
  'forced-access',
  'june-2020',
  'live-calls',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];
