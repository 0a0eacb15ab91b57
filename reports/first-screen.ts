import { accountsSentence } from './accounts-sentence.ts';
import { counted } from './counted.ts';
import { diagnosisOf } from './diagnosis.ts';
import { evidencePointer } from './evidence-pointer.ts';
import { findingCases } from './finding-cases.ts';
import { driverRule } from '../src/judge/gate-rules.ts';
import { findingSentence } from './finding-sentence.ts';
import type { ReportInput } from './report-input.ts';
import { sinceSentence } from './since-sentence.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { olderSentence } from './older-sentence.ts';
import { verdictWords } from './verdict-words.ts';
import { worstViewerSentence } from './worst-viewer-sentence.ts';

/** Cases that a screen has room for; the report has them all. */
const findingsAtMost = 3;

/** The verdict as lines for a terminal: what it is, where to look, what happened, and what was not looked at. */
export function firstScreen(input: ReportInput): string[] {
  const { verdicts } = input;
  const diagnosis = diagnosisOf(verdicts);
  const worst = worstViewerSentence(input);
  const since = sinceSentence(input);
  const accounts = accountsSentence(verdicts.coverage);
  return [
    `${verdictWords[verdicts.verdict].word.toUpperCase()}  ${verdictSentence(verdicts)}`,
    ...(diagnosis === undefined ? [] : [`  ${diagnosis.sentence}`]),
    ...(worst === undefined ? [] : [`  · ${worst}`]),
    ...(since === undefined ? [] : [`  · ${since}`]),
    ...findings(input),
    ...(diagnosis?.reasons ?? []).map(
      ({ times, reason }) => `  · ${counted(times, 'time')}: ${reason}`,
    ),
    ...rules(input),
    ...Object.entries(verdicts.coverage.absentSurfaces).map(
      ([surface, reason]) => `  · not looked at, the target has no ${surface}: ${reason}`,
    ),
    ...(verdicts.coverage.absentCalls === null
      ? []
      : [`  · not performed, the target holds no calls: ${verdicts.coverage.absentCalls}`]),
    ...(verdicts.coverage.absentClaims === null
      ? []
      : [
          `  · not compared, replays do not say of which appointment they are: ${verdicts.coverage.absentClaims}`,
        ]),
    ...(accounts === undefined ? [] : [`  · not performed, ${accounts}`]),
    ...(verdicts.coverage.older.replays === 0
      ? []
      : [`  · not judged, ${olderSentence(verdicts.coverage)}`]),
  ];
}

function findings({ verdicts, people, plan }: ReportInput): string[] {
  return findingCases(verdicts)
    .slice(0, findingsAtMost)
    .map(
      ({ count, worst }) =>
        `  · ${counted(count, 'finding')}, the worst: ${findingSentence(people, worst)} ${worst.detail} ${evidencePointer(plan, worst)}`,
    );
}

/** What was broken; what was left open, and what the driver lacks, stands in the sentences above. */
function rules({ verdicts }: ReportInput): string[] {
  return verdicts.rules
    .filter(({ verdict }) => verdict === 'violated' || verdict === 'broken')
    .filter(({ rule }) => diagnosisOf(verdicts)?.place !== 'driver' || rule !== driverRule)
    .map(({ rule, value, threshold }) => `  · ${rule} ${value} (demanded: ${threshold})`);
}
