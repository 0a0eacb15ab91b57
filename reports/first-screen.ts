import { counted } from './counted.ts';
import { diagnosisOf } from './diagnosis.ts';
import { evidencePointer } from './evidence-pointer.ts';
import { findingSentence } from './finding-sentence.ts';
import type { ReportInput } from './report-input.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { verdictWords } from './verdict-words.ts';
import { worstFirst } from './worst-first.ts';

/** Findings and rules that a screen has room for; the report has them all. */
const findingsAtMost = 3;

/** The verdict as lines for a terminal: what it is, where to look, what happened, and what was not looked at. */
export function firstScreen(input: ReportInput): string[] {
  const { verdicts } = input;
  const diagnosis = diagnosisOf(verdicts);
  return [
    `${verdictWords[verdicts.verdict].word.toUpperCase()}  ${verdictSentence(verdicts)}`,
    ...(diagnosis === undefined ? [] : [`  ${diagnosis.sentence}`]),
    ...findings(input),
    ...(diagnosis?.reasons ?? []).map(
      ({ times, reason }) => `  · ${counted(times, 'time')}: ${reason}`,
    ),
    ...rules(input),
    ...Object.entries(verdicts.coverage.absentSurfaces).map(
      ([surface, reason]) => `  · not looked at, the target has no ${surface}: ${reason}`,
    ),
  ];
}

function findings({ verdicts, people, plan }: ReportInput): string[] {
  return worstFirst(verdicts.findings)
    .slice(0, findingsAtMost)
    .map(
      ({ count, worst }) =>
        `  · ${counted(count, 'finding')}, the worst: ${findingSentence(people, worst)} ${worst.detail} ${evidencePointer(plan, worst)}`,
    );
}

/** What was broken; what was left open stands in the sentence above. */
function rules({ verdicts }: ReportInput): string[] {
  return verdicts.rules
    .filter(({ verdict }) => verdict === 'violated' || verdict === 'broken')
    .map(({ rule, value, threshold }) => `  · ${rule} ${value} (${threshold})`);
}
