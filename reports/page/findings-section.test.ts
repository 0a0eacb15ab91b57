import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exposureLevels } from '../../src/model/exposure-level.ts';
import { groupOf, promisesWith, verdictsWith } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { findingsSection } from './findings-section.ts';

const id = 'every-replay-belongs-to-its-viewer';
const promises = promisesWith({ [id]: { verdict: 'violated', findings: 8 } });

test('the worst groups stand first, those beyond six are folded', () => {
  const findings = Array.from({ length: 8 }, (_, index) =>
    groupOf({
      promise: id,
      class: 'foreign content',
      level: exposureLevels[index % 4] ?? null,
      line: index + 1,
    }),
  );
  const { markup } = findingsSection(runToReport(verdictsWith({ promises, findings })));
  const lines = [...markup.matchAll(/17\.jsonl:(\d)/g)].map(([, line]) => Number(line));
  assert.deepEqual(lines, [4, 8, 3, 7, 2, 6, 1, 5]);
  assert.ok(markup.indexOf('2 more groups') < markup.indexOf('17.jsonl:1'));
  assert.ok(markup.indexOf('2 more groups') > markup.indexOf('17.jsonl:6'));
});

test('a replay that never appeared points at the whole history of its cohort', () => {
  const missing = groupOf({ promise: 'every-own-replay-is-visible', class: 'own replay missing', line: 0 }); // prettier-ignore
  const violated = promisesWith({ 'every-own-replay-is-visible': { verdict: 'violated', findings: 1 } }); // prettier-ignore
  const input = runToReport(verdictsWith({ promises: violated, findings: [missing] }));
  assert.match(findingsSection(input).markup, /history\/june-2020\/17\.jsonl<\/code>/);
});
