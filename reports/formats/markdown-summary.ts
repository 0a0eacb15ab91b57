import { exposureLevels } from '../../src/model/exposure-level.ts';
import type { RunVerdict } from '../../src/judge/verdict.ts';
import { counted, figure } from '../counted.ts';
import { diagnosisOf } from '../diagnosis.ts';
import { evidencePointer } from '../evidence-pointer.ts';
import { findingCases } from '../finding-cases.ts';
import { findingSentence } from '../finding-sentence.ts';
import { readableDetail } from '../readable-detail.ts';
import type { ReportInput } from '../report-input.ts';
import { ruleFound } from '../rule-found.ts';
import { sinceSentence } from '../since-sentence.ts';
import { verdictSentence } from '../verdict-sentence.ts';
import { verdictWords } from '../verdict-words.ts';
import { withoutIds } from '../without-ids.ts';
import { worstViewerSentence } from '../worst-viewer-sentence.ts';
import { escapeMarkdown as safe } from './escape-markdown.ts';

/** GitHub discards a whole job summary above 1 MiB. */
const bytesAtMost = 900 * 1024;

const marks: Readonly<Record<RunVerdict, string>> = {
  upheld: '✅',
  violated: '❌',
  inconclusive: '❔',
  broken: '🚧',
};

/** The report as a job summary: problems first, cut to what GitHub takes, and saying so when it is cut. */
export function markdownSummary(input: ReportInput): string {
  const lines = [...opening(input), ...findings(input), ...rules(input), ...shortfalls(input), ...exposure(input), ...closing(input)]; // prettier-ignore
  const kept: string[] = [];
  let bytes = 200;
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > bytesAtMost) {
      kept.push('', `_${figure(lines.length - kept.length)} more lines do not fit here; the release report holds them._`); // prettier-ignore
      break;
    }
    kept.push(line);
  }
  return `${kept.join('\n')}\n`;
}

function opening(input: ReportInput): string[] {
  const { verdicts, record } = input;
  const worst = worstViewerSentence(input);
  const since = sinceSentence(input);
  const { word, gate } = verdictWords[verdicts.verdict];
  const diagnosis = diagnosisOf(verdicts);
  return [
    `# ${marks[verdicts.verdict]} ${word}`,
    '',
    // Of our own making and of a known size: never cut.
    `**${safe(verdictSentence(verdicts), Infinity)}**`,
    '',
    ...(worst === undefined ? [] : [safe(worst, Infinity), '']),
    ...(since === undefined ? [] : [safe(since, Infinity), '']),
    ...(diagnosis === undefined
      ? []
      : [safe(diagnosis.sentence), '', ...diagnosis.reasons.map(({ times, reason }) => `- ${counted(times, 'time')}: ${safe(withoutIds(reason))}`), '', `To act out the same again: <code>${safe(record.reproduce)}</code>`, '']),
    `${gate} ${safe(record.target)}, run ${safe(record.run)}, profile ${safe(record.profile)}. Synthetic data only.`,
    '',
    ...(record.fault === null
      ? []
      : [`A fault was built in on purpose: ${safe(record.fault)}. This run says nothing about a release.`, '']),
    ...(verdicts.problems.length === 0
      ? []
      : ['## Problems with the stored evidence', '', ...verdicts.problems.map((problem) => `- ${safe(problem)}`), '']),
  ]; // prettier-ignore
}

function findings({ verdicts, people, plan }: ReportInput): string[] {
  if (verdicts.findings.length === 0) return [];
  return [
    '## Findings',
    '',
    '| Findings | Worst of them | Evidence |',
    '| ---: | --- | --- |',
    ...findingCases(verdicts).map(({ count, groups, worst }) => `| ${figure(count)} in ${counted(groups.length, 'group')} | ${safe(findingSentence(people, worst))} ${safe(readableDetail(worst.detail))} | <code>${safe(evidencePointer(plan, worst))}</code> |`),
    '',
  ]; // prettier-ignore
}

function rules({ verdicts }: ReportInput): string[] {
  const row = (one: ReportInput['verdicts']['rules'][number]) =>
    `| ${marks[one.verdict]} ${verdictWords[one.verdict].word} | ${safe(one.rule)} | ${safe(one.threshold)} | ${safe(ruleFound(verdicts, one))} |`;
  const head = ['| Result | Rule | Demanded | Found |', '| --- | --- | --- | --- |'];
  const failed = verdicts.rules.filter(({ verdict }) => verdict !== 'upheld');
  const upheld = verdicts.rules.filter(({ verdict }) => verdict === 'upheld');
  return [
    ...(failed.length > 0 ? ['## Rules that are not upheld', '', ...head, ...failed.map(row), ''] : []),
    `<details><summary>${counted(upheld.length, 'rule')} upheld</summary>`,
    '',
    ...head,
    ...upheld.map(row),
    '',
    '</details>',
    '',
  ]; // prettier-ignore
}

function shortfalls({ verdicts }: ReportInput): string[] {
  if (verdicts.shortfalls.length === 0) return [];
  const rows = verdicts.shortfalls.map(({ count, reason }) => `| ${figure(count)} | ${safe(reason)} |`); // prettier-ignore
  return ['## What was not seen', '', '| Times | Reason |', '| ---: | --- |', ...rows, ''];
}

function exposure({ verdicts }: ReportInput): string[] {
  const rows = exposureLevels.map((level) => {
    const { viewers, subjects, recordings } = verdicts.exposure[level];
    return `| ${level} | ${figure(viewers)} | ${figure(subjects)} | ${figure(recordings)} |`;
  });
  const head = [
    '| How far | Viewers | Data subjects | Recordings |',
    '| --- | ---: | ---: | ---: |',
  ];
  return ['## Exposure', '', ...head, ...rows, ''];
}

function closing({ verdicts, record }: ReportInput): string[] {
  const { coverage } = verdicts;
  const looks = Object.values(coverage.looks).reduce((sum, { concluded }) => sum + concluded, 0);
  return [
    '## Coverage',
    '',
    `${counted(coverage.patientsObserved, 'patient')} observed, ${figure(coverage.patientsOverlapping)} after overlapping switched calls, ${figure(coverage.patientsInBrowser)} in the browser; ${counted(looks, 'look')}, ${counted(coverage.probes.concluded, 'probe')}.`,
    '',
    `Seed ${safe(record.seed)}. In Confidence ${safe(record.environment.harness)}, ${safe(record.environment.commit)}.`,
  ];
}
