import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { hostileRun } from '../testing/hostile-run.ts';
import { runs } from '../testing/runs.ts';
import { buildReport } from '../build-report.ts';
import type { ReportInput } from '../report-input.ts';

// One of the schema's patterns is none where Unicode is meant.
const validator = new Ajv.default({ strict: false, unicodeRegExp: false });
addFormats.default(validator);
const follows = validator.compile(schema);

const logSchema = z.object({
  runs: z.tuple([
    z.object({
      invocations: z.tuple([z.object({ executionSuccessful: z.boolean(), exitCode: z.int() })]),
      tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.enum(['error', 'warning']),
          message: z.object({ text: z.string() }),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

function drawn(input: ReportInput) {
  const file = buildReport(input).find(({ path }) => path === 'results.sarif');
  const log: unknown = JSON.parse(file?.content ?? '');
  assert.ok(follows(log), JSON.stringify(follows.errors?.slice(0, 3)));
  return logSchema.parse(log).runs[0];
}

for (const [verdict, input] of Object.entries(runs))
  test(`the SARIF of a run that is ${verdict} follows the schema and is empty only if it is upheld`, () => {
    const { results, invocations, tool } = drawn(input);
    assert.equal(invocations[0].exitCode, input.verdicts.exitCode);
    assert.equal(invocations[0].executionSuccessful, verdict !== 'broken');
    const { findings, shortfalls } = input.verdicts;
    assert.equal(results.length, findings.length + shortfalls.length);
    assert.equal(
      results.some(({ level }) => level === 'error'),
      findings.length > 0,
    );
    const known = tool.driver.rules.map(({ id }) => id);
    assert.ok(results.every(({ ruleId }) => known.includes(ruleId)));
  });

test('what a product wrote on purpose to break a report leaves it whole', () => {
  assert.ok(drawn(hostileRun()).results.length > 0);
});

test('the same kind of finding is the same alert in the next run', () => {
  const next = { ...runs.violated, record: { ...runs.violated.record, run: 'the-next' } };
  const prints = (input: ReportInput) =>
    drawn(input).results.map(({ partialFingerprints }) => partialFingerprints);
  assert.deepEqual(prints(next), prints(runs.violated));
});
