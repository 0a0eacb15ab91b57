import type { RunVerdict } from '../../src/judge/verdict.ts';
import { counted } from '../counted.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { evidencePointer } from '../evidence-pointer.ts';
import { findingSentence } from '../finding-sentence.ts';
import { checksSentence } from '../open-checks.ts';
import type { ReportInput } from '../report-input.ts';
import { verdictSentence } from '../verdict-sentence.ts';

interface Case {
  readonly name: string;
  readonly verdict: RunVerdict;
  readonly message: string;
  readonly lines: readonly string[];
}

/** JUnit's XML: a test case a promise and a rule of the gate. What is not proven is an error, never a skip. */
export function junit(input: ReportInput): string {
  const { verdicts, record } = input;
  const sentences = new Set(verdicts.promises.map(({ sentence }) => sentence));
  const suites = [
    suite(
      input,
      'promises',
      verdicts.promises.map((promise) => promiseCase(input, promise)),
    ),
    suite(input, 'gate', verdicts.rules.filter(({ rule }) => !sentences.has(rule)).map(ruleCase)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="In Confidence, run ${escapeMarkup(record.run)}">
${suites.join('\n')}
</testsuites>
`;
}

function suite({ record, verdicts }: ReportInput, name: string, given: readonly Case[]): string {
  const cases = uniquelyNamed(given);
  const count = (tag: string | undefined) => cases.filter(({ verdict }) => tagOf(verdict) === tag).length; // prettier-ignore
  const properties = {
    verdict: verdicts.verdict,
    sentence: verdictSentence(verdicts),
    target: record.target,
    profile: record.profile,
    seed: record.seed,
    fault: record.fault ?? 'none',
    reproduce: record.reproduce,
  };
  return `<testsuite name="${name}" tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="0" timestamp="${record.startedAt.slice(0, 19)}">
<properties>
${Object.entries(properties)
  .map(([key, value]) => `<property name="${key}" value="${escapeMarkup(value)}"/>`)
  .join('\n')}
</properties>
${cases.map((one) => testCase(name, one)).join('\n')}
</testsuite>`;
}

function testCase(suiteName: string, { name, verdict, message, lines }: Case): string {
  const open = `<testcase classname="in-confidence.${suiteName}" name="${escapeMarkup(name)}"`;
  const tag = tagOf(verdict);
  if (tag === undefined) return `${open}/>`;
  return `${open}>
<${tag} type="${verdict}" message="${escapeMarkup(message)}">${escapeMarkup(lines.join('\n'))}</${tag}>
</testcase>`;
}

function tagOf(verdict: RunVerdict): 'failure' | 'error' | undefined {
  if (verdict === 'upheld') return undefined;
  return verdict === 'violated' ? 'failure' : 'error';
}

function promiseCase(
  { verdicts, people, plan, record }: ReportInput,
  promise: ReportInput['verdicts']['promises'][number],
): Case {
  const { id, sentence, verdict, findings } = promise;
  const groups = verdicts.findings.filter(({ worst }) => worst.promise === id).slice(0, 20);
  const reasons = verdicts.shortfalls.filter((shortfall) => shortfall.promise === id).slice(0, 20);
  return {
    name: sentence,
    verdict,
    message:
      findings > 0
        ? counted(findings, 'finding')
        : checksSentence(promise),
    lines: [
      ...groups.map(({ count, worst }) => `${count} × ${findingSentence(people, worst)} ${worst.detail} ${evidencePointer(plan, worst)}`),
      ...reasons.map(({ count, reason }) => `${count} × not proven: ${reason}`),
      `Reproduce: ${record.reproduce}`,
    ],
  }; // prettier-ignore
}

function ruleCase({
  rule,
  verdict,
  threshold,
  value,
}: ReportInput['verdicts']['rules'][number]): Case {
  const message = `demanded: ${threshold}; found: ${value}`;
  return { name: rule, verdict, message, lines: [message] };
}

/** Readers of JUnit's XML keep only the first of several cases of one name. */
function uniquelyNamed(cases: readonly Case[]): Case[] {
  const used = new Map<string, number>();
  return cases.map((one) => {
    const times = (used.get(one.name) ?? 0) + 1;
    used.set(one.name, times);
    return times === 1 ? one : { ...one, name: `${one.name} (${times})` };
  });
}
