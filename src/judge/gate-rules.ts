import { z } from 'zod';
import { promiseIds } from './promise-id.ts';
import type { RunVerdict, Verdict } from './verdict.ts';
import type { Coverage } from './coverage.ts';
import { whyNoRecordings } from './coverage.ts';

/** Coverage that a gate demands; the profile sets it and the run record keeps it. */
export const thresholdsSchema = z.strictObject({
  patients: z.int().min(0),
  /** Share of patients, 0 to 1. */
  overlapping: z.number().min(0).max(1),
  readInBrowser: z.int().min(0),
  liveCalls: z.int().min(0),
});

export type Thresholds = z.infer<typeof thresholdsSchema>;

/** What the rule is called that a driver breaks which lacks an account or a secret. */
export const driverRule = 'The driver had what it needs';

/** One rule of the gate, with what it demands and what the run had. */
export interface GateRule {
  readonly rule: string;
  readonly threshold: string;
  readonly value: string;
  readonly verdict: RunVerdict;
}

interface Judged {
  readonly id: string;
  readonly sentence: string;
  readonly verdict: Verdict;
  readonly findings: number;
  readonly nothingToJudge: string | null;
}

/** The rules that decide whether the gate opens: all of them must be upheld. */
export function gateRules(
  promises: readonly Judged[],
  coverage: Coverage,
  thresholds: Thresholds,
  checks: { readonly planned: number; readonly concluded: number },
  problems: number,
  lacking?: string,
): GateRule[] {
  return [
    ...promises.map(({ sentence, verdict, findings, nothingToJudge }) => ({
      rule: sentence,
      threshold: 'no finding, every check concluded',
      value:
        nothingToJudge === null
          ? `${findings} ${findings === 1 ? 'finding' : 'findings'}, ${verdict}`
          : `nothing to judge: ${nothingToJudge}`,
      verdict,
    })),
    atLeast('Promises judged', promiseIds.length, promises.length),
    atLeast('Planned checks concluded', checks.planned, checks.concluded),
    atLeast('Patients observed as themselves', thresholds.patients, coverage.patientsObserved),
    overlapping(thresholds.overlapping, coverage),
    inBrowser(thresholds.readInBrowser, coverage),
    liveCalls(thresholds.liveCalls, coverage),
    mediaRead(coverage),
    absentEverywhere(coverage),
    {
      rule: driverRule,
      threshold: 'accounts and secrets for everybody',
      value: lacking ?? 'all there',
      verdict: lacking === undefined ? 'upheld' : 'broken',
    },
    {
      rule: 'Stored evidence is whole',
      threshold: 'no damaged, missing or contradicting file',
      value: problems === 0 ? 'whole' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
      verdict: problems === 0 ? 'upheld' : 'broken',
    },
  ];
}

/** A target that holds no calls says why, and the report shows it; where a call was held all the same, it does. */
function overlapping(threshold: number, coverage: Coverage): GateRule {
  const { patients, patientsOverlapping, absentCalls, calls } = coverage;
  const share = patients === 0 ? 0 : patientsOverlapping / patients;
  const rule: GateRule = {
    rule: 'Patients with a switched call that overlapped another in the history',
    threshold: `at least ${percent(threshold)}`,
    value: percent(share),
    verdict: share >= threshold ? 'upheld' : 'inconclusive',
  };
  return absentCalls === null || calls.completed > 0
    ? rule
    : { ...rule, value: `none: ${absentCalls}`, verdict: 'upheld' };
}

/** A target without pages declares why, and the report shows it. */
function inBrowser(threshold: number, { absentSurfaces, patientsInBrowser }: Coverage): GateRule {
  const { 'replays-page': page, player } = absentSurfaces;
  const rule = atLeast('Patients read in the browser', threshold, patientsInBrowser);
  return page === undefined || player === undefined
    ? rule
    : { ...rule, value: `none: ${page}`, verdict: 'upheld' };
}

/** A target whose driver opens no clinician's session says why, and the report shows it. */
function liveCalls(threshold: number, { absentLiveCalls, calls }: Coverage): GateRule {
  const rule = atLeast('Calls held live between two pages', threshold, calls.live);
  if (absentLiveCalls !== null)
    return { ...rule, value: `none: ${absentLiveCalls}`, verdict: 'upheld' };
  return threshold === 0 ? { ...rule, verdict: 'upheld' } : rule;
}

/** A target without recordings has none of the surfaces on which they are seen, and the report shows why. */
function mediaRead(coverage: Coverage): GateRule {
  const rule = atLeast('Seconds of picture and sound read', 1, coverage.media.readSeconds);
  const reason = whyNoRecordings(coverage);
  return reason === undefined ? rule : { ...rule, value: `none: ${reason}`, verdict: 'upheld' };
}

/** A target that lacks a surface lacks it for everybody: otherwise somebody was not looked at there. */
function absentEverywhere({ absentSurfaces, looks }: Coverage): GateRule {
  const lookedAt = Object.keys(absentSurfaces).filter(
    (surface) => (looks[surface]?.concluded ?? 0) > 0,
  );
  return {
    rule: 'Surfaces that the target lacks for some, it lacks for all',
    threshold: 'none looked at elsewhere',
    value: lookedAt.length === 0 ? 'none' : lookedAt.join(', '),
    verdict: lookedAt.length === 0 ? 'upheld' : 'inconclusive',
  };
}

function atLeast(rule: string, threshold: number, value: number): GateRule {
  return {
    rule,
    threshold: `at least ${threshold}`,
    value: String(value),
    verdict: value >= threshold && value > 0 ? 'upheld' : 'inconclusive',
  };
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
