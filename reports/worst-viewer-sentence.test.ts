import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExposedViewer } from '../src/judge/exposure.ts';
import { noExposure, verdictsWith } from './testing/hand-written-verdicts.ts';
import { runToReport } from './testing/run-to-report.ts';
import { runs } from './testing/runs.ts';
import { worstViewerSentence } from './worst-viewer-sentence.ts';

const row: ExposedViewer = {
  viewer: 99999,
  listed: 3,
  delivered: 0,
  contentSeen: 0,
  withoutConsultation: 0,
  subjects: 2,
  seconds: 0,
  recordings: [],
};

const cases: readonly (readonly [string, Partial<ExposedViewer>, string])[] = [
  ['only listed', {}, 'p1562-31 was shown 3 recordings of 2 other patients.'],
  ['opened', { delivered: 1 }, 'p1562-31 was shown 3 recordings of 2 other patients; 1 could be opened.'],
  ['seen', { delivered: 3, contentSeen: 2, seconds: 4.5 }, 'p1562-31 was shown 3 recordings of 2 other patients; 2 showed or played another patient’s picture or sound, 4.5\u00a0s in all.'],
  ['seen, and some nobody’s', { delivered: 3, contentSeen: 3, withoutConsultation: 1, seconds: 2 }, 'p1562-31 was shown 2 recordings of 2 other patients; 3 showed or played another patient’s picture or sound, 2\u00a0s in all; in 1 more no consultation could be recognised.'],
  ['nobody’s', { subjects: 0, withoutConsultation: 3 }, 'p1562-31 was shown 3 recordings; in 3 no consultation could be recognised.'],
]; // prettier-ignore

for (const [name, differences, sentence] of cases)
  test(`the worst viewer of a run: ${name}`, () => {
    const viewers = [{ ...row, ...differences }];
    const input = runToReport(verdictsWith({ exposure: { ...noExposure, viewers } }));
    assert.equal(worstViewerSentence(input), sentence);
  });

test('of several the first is called the worst; of none nothing is said', () => {
  const viewers = [row, { ...row, viewer: 1 }];
  const input = runToReport(verdictsWith({ exposure: { ...noExposure, viewers } }));
  assert.match(worstViewerSentence(input) ?? '', /^The worst case: p1562-31 was shown/);
  assert.equal(worstViewerSentence(runs.upheld), undefined);
});
