import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupOf, promisesWith, verdictsWith } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { runs } from '../testing/runs.ts';
import { findingsSection } from './findings-section.ts';

const id = 'every-replay-belongs-to-its-viewer';
const promises = promisesWith({ [id]: { verdict: 'violated', findings: 8 } });
const foreign = { promise: id, class: 'foreign content' } as const;

test('the worst cases stand first, those beyond six are folded', () => {
  const findings = Array.from({ length: 8 }, (_, index) =>
    groupOf({ ...foreign, subject: index, level: 'content seen', seconds: index, line: index + 1 }),
  );
  const { markup } = findingsSection(runToReport(verdictsWith({ promises, findings })));
  const lines = [...markup.matchAll(/line (\d) of/g)].map(([, line]) => Number(line));
  assert.deepEqual(lines, [8, 7, 6, 5, 4, 3, 2, 1]);
  assert.ok(markup.indexOf('2 more cases') < markup.indexOf('line 2 of'));
  assert.ok(markup.indexOf('2 more cases') > markup.indexOf('line 3 of'));
});

test('one leak is told once: its groups are folded below it and refer to it', () => {
  const findings = [
    groupOf({ ...foreign, level: 'content seen', line: 5 }, { count: 4 }),
    groupOf({ ...foreign, surface: 'replay-list', level: 'listed', line: 6 }, { count: 3 }),
  ];
  const { markup } = findingsSection(runToReport(verdictsWith({ promises, findings })));
  assert.equal(markup.match(/<article/g)?.length, 1);
  assert.match(markup, /The worst of 7 findings in 2 groups, against\s+1 promise/);
  assert.equal(markup.match(/line 5 of/g)?.length, 1);
  assert.ok(markup.indexOf('<details>') < markup.indexOf('line 6 of'));
});

test('no two groups have the same heading', () => {
  const edges = ['same clinician', 'next in line at the same clinician', 'same start', 'confusable identity', 'same cohort', 'another cohort', 'unknown subject'] as const;
  const findings = edges.flatMap((edge) => [groupOf({ ...foreign, edge }), groupOf({ ...foreign, edge, surface: 'player' })]);
  const { markup } = findingsSection(runToReport(verdictsWith({ promises, findings })));
  const headings = [...markup.matchAll(/<strong>([^<]*)<\/strong>/g)].map(([, heading]) => heading);
  assert.equal(headings.length, 14);
  assert.equal(new Set(headings).size, 14);
}); // prettier-ignore

test('evidence is a link to the history, beside the report, with its line in words', () => {
  const { markup } = findingsSection(runs.violated);
  assert.match(
    markup,
    /line 1412 of\s+<a href="\.\.\/history\/june-2020\/17\.jsonl">history\/june-2020\/17\.jsonl<\/a>/,
  );
});

test('a replay that never appeared points at the whole history of its cohort', () => {
  const missing = groupOf({ promise: 'every-own-replay-is-visible', class: 'own replay missing', line: 0 }); // prettier-ignore
  const violated = promisesWith({ 'every-own-replay-is-visible': { verdict: 'violated', findings: 1 } }); // prettier-ignore
  const input = runToReport(verdictsWith({ promises: violated, findings: [missing] }));
  assert.match(
    findingsSection(input).markup,
    /the whole of\s+<a [^>]*>history\/june-2020\/17\.jsonl<\/a>, in which it does not\s+appear/,
  );
});

test('instants in a detail are told as people read them', () => {
  const findings = [groupOf({ ...foreign, detail: 'It began at 2020-06-09T13:20:00.000Z.' })];
  const { markup } = findingsSection(runToReport(verdictsWith({ promises, findings })));
  assert.match(markup, /It began at 9 June 2020, 13:20 UTC\./);
});
