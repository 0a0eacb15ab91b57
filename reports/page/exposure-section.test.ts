import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noExposure, verdictsWith } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { runs } from '../testing/runs.ts';
import { exposureSection } from './exposure-section.ts';

const viewers = Array.from({ length: 50 }, (_, viewer) => {
  return { viewer, listed: 1, delivered: 0, contentSeen: 0, withoutConsultation: 0, subjects: 1, seconds: 0 };
}); // prettier-ignore

test('viewers beyond ten are folded, and those beyond the rows are counted', () => {
  const listed = { viewers: 1203, subjects: 9, recordings: 40 };
  const exposure = { ...noExposure, listed, viewers };
  const { markup } = exposureSection(runToReport(verdictsWith({ exposure })));
  assert.match(markup, /40 more viewers/);
  assert.match(markup, /1,153 more are\s+counted above/);
});

test('a clean run has no rows of viewers, and says that nothing is missing', () => {
  const { markup } = exposureSection(runs.upheld);
  assert.doesNotMatch(markup, /By viewer/);
  assert.match(markup, /missing or not whole:<\/strong>\s+none\./);
});

test('"none" is not said of own recordings when not every check concluded', () => {
  assert.match(exposureSection(runs.inconclusive).markup, /none seen, but not every check concluded/);
}); // prettier-ignore
