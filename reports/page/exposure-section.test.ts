import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkup } from '../escape-markup.ts';
import { personName } from '../person-name.ts';
import { noExposure, verdictsWith } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { runs } from '../testing/runs.ts';
import { exposureSection } from './exposure-section.ts';

const viewers = Array.from({ length: 50 }, (_, viewer) => {
  const recordings = [{ subject: viewer + 1, consultation: 1, item: null, level: 'listed' as const, seconds: 0 }];
  return { viewer, recordings, listed: 1, delivered: 0, contentSeen: 0, withoutConsultation: 0, subjects: 1, seconds: 0 };
}); // prettier-ignore

test('viewers beyond ten are folded, and those beyond the rows are counted', () => {
  const listed = { viewers: 1203, subjects: 9, recordings: 40 };
  const exposure = { ...noExposure, listed, viewers };
  const { markup } = exposureSection(runToReport(verdictsWith({ exposure })));
  assert.match(markup, /40 more viewers/);
  assert.match(markup, /1,153\s+more\s+are counted above/);
});

test('a clean run has no rows of viewers, and says that nothing is missing', () => {
  const { markup } = exposureSection(runs.upheld);
  assert.doesNotMatch(markup, /By viewer/);
  assert.match(markup, /missing or not whole:<\/strong>\s+none\./);
});

test('"none" is not said of own recordings when not every check concluded', () => {
  assert.match(exposureSection(runs.inconclusive).markup, /none seen, but not every check concluded/);
}); // prettier-ignore

test('every viewer and everybody whose recording they were shown are named', () => {
  const { verdicts, people } = runs.violated;
  const { markup } = exposureSection(runs.violated);
  const [worst] = verdicts.exposure.viewers;
  assert.equal(worst?.recordings.length, 52);
  for (const { subject, item } of worst.recordings)
    assert.ok(
      markup.includes(
        subject === null
          ? (item ?? '')
          : escapeMarkup(personName(people, subject).split(' (')[0] ?? ''),
      ),
      `${subject} is named`,
    );
});

test('recordings beyond those that are named are counted', () => {
  const [first] = viewers;
  const exposure = { ...noExposure, viewers: first ? [{ ...first, listed: 1007 }] : [] };
  const { markup } = exposureSection(runToReport(verdictsWith({ exposure })));
  assert.match(markup, /1,006 more recordings\s+of this viewer are counted and not named/);
});
