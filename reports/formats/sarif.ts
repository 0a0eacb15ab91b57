import { createHash } from 'node:crypto';
import { evidenceFile } from '../evidence-pointer.ts';
import { findingSentence } from '../finding-sentence.ts';
import type { ReportInput } from '../report-input.ts';

/** The run's folder, from which the paths of the evidence go on. */
const runFolderId = 'RUN';
const version = '2.1.0';

type Promised = ReportInput['verdicts']['promises'][number];
type Group = ReportInput['verdicts']['findings'][number];
type Shortfall = ReportInput['verdicts']['shortfalls'][number];

/**
 * SARIF 2.1.0, for code scanning: a rule a promise and a result a group of findings, its evidence as its place. What is not
 * proven is a result too, since an empty list reads as clean.
 */
export function sarif(input: ReportInput): string {
  const { record, verdicts } = input;
  const results = [
    ...verdicts.findings.map((group) => findingResult(input, group)),
    ...verdicts.shortfalls.map((shortfall) => shortfallResult(input, shortfall)),
  ];
  const log = {
    $schema: `https://json.schemastore.org/sarif-${version}.json`,
    version,
    runs: [
      {
        tool: {
          driver: {
            name: 'In Confidence',
            version: record.environment.harness,
            rules: verdicts.promises.map(rule),
          },
        },
        automationDetails: { id: `in-confidence/${record.profile}/${record.run}` },
        originalUriBaseIds: {
          [runFolderId]: { description: { text: 'The folder of the run, with its histories.' } },
        },
        invocations: [
          {
            executionSuccessful: verdicts.verdict !== 'broken',
            exitCode: verdicts.exitCode,
            toolExecutionNotifications: verdicts.problems.map((text) => ({
              level: 'error',
              message: { text },
            })),
          },
        ],
        properties: { verdict: verdicts.verdict, reproduce: record.reproduce },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule({ id, sentence, guards }: Promised) {
  return {
    id,
    shortDescription: { text: sentence },
    properties: {
      tags: [guards],
      // Whoever sorts by severity sees leaks first.
      ...(guards === 'confidentiality' ? { 'security-severity': '9.0' } : {}),
    },
  };
}

function findingResult({ people, plan, record }: ReportInput, { count, worst }: Group) {
  const sentence = findingSentence(people, worst);
  return {
    ruleId: worst.promise,
    level: 'error',
    kind: 'fail',
    message: {
      text: `${sentence} ${worst.detail} Findings of this kind: ${count}. To act out the same again: ${record.reproduce}`,
    },
    locations: [locationOf(evidenceFile(plan, worst), worst.line)],
    occurrenceCount: count,
    partialFingerprints: fingerprint(worst.promise, worst.class, worst.surface, worst.edge),
  };
}

function shortfallResult(
  { plan }: ReportInput,
  { promise, reason, count, cohort, surface }: Shortfall,
) {
  return {
    ruleId: promise,
    level: 'warning',
    kind: 'open',
    message: { text: `Not proven, ${count} times: ${reason}` },
    locations: [locationOf(evidenceFile(plan, { cohort }), 0)],
    occurrenceCount: count,
    partialFingerprints: fingerprint(promise, 'not proven', surface ?? '', reason),
  };
}

function locationOf(uri: string, line: number) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(uri), uriBaseId: runFolderId },
      ...(line > 0 ? { region: { startLine: line } } : {}),
    },
  };
}

/** The same kind of finding is the same alert in the next run, whoever it meets there. */
function fingerprint(...parts: readonly string[]): Record<string, string> {
  const hash = createHash('sha256').update(parts.join('\0')).digest('hex');
  return { 'inConfidenceFinding/v1': hash };
}
