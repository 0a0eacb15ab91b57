import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodCoverage, promisesWith, verdictsWith } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { runs } from '../testing/runs.ts';
import { rulesSection } from './rules-section.ts';

const own = 'every-own-replay-is-visible';

function pageOf(...given: Parameters<typeof verdictsWith>): string {
  return rulesSection(runToReport(verdictsWith(...given))).markup.replace(/\s+/g, ' ');
}

test('rules that are not upheld and do not decide the verdict are counted too', () => {
  const promises = promisesWith({ [own]: { verdict: 'violated', findings: 1, concluded: 540 } });
  const page = pageOf({ promises, coverage: { ...goodCoverage, patientsInBrowser: 1 } });
  assert.match(page, /“Violated” is decided by “Every patient is shown all of their own replays, whole”/);
  assert.match(page, /2 other rules, next in the table, are not upheld either/);
}); // prettier-ignore

test('one such rule is one, and without any nothing is said of others', () => {
  const promises = promisesWith({ [own]: { verdict: 'violated', findings: 1 } });
  assert.doesNotMatch(pageOf({ promises }), /other rule/);
  const page = pageOf({ promises, coverage: { ...goodCoverage, patientsInBrowser: 1 } });
  assert.match(page, /1 other rule, next in the table, is not upheld either/);
  assert.match(rulesSection(runs.upheld).markup, /Every rule was\./);
});

test('a promise that concluded every check and stays unproven says that doubts remained', () => {
  const page = pageOf({ promises: promisesWith({ [own]: { verdict: 'inconclusive', shortfalls: 2 } }) });
  assert.match(page, /0 findings, 560 of 560 checks concluded, 2 doubts remained/);
}); // prettier-ignore
