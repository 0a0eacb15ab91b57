import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promisesWith, verdictsWith } from '../testing/hand-written-verdicts.ts';
import { runToReport } from '../testing/run-to-report.ts';
import { runs } from '../testing/runs.ts';
import { shortfallsSection } from './shortfalls-section.ts';

const own = 'every-own-replay-is-visible';
const refused = 'a-foreign-replay-is-refused';

test('checks that did not conclude and doubts that remained are counted apart', () => {
  const of = { cohort: 3, viewer: null, surface: null };
  const input = runToReport(
    verdictsWith({
      promises: promisesWith({
        [own]: { verdict: 'inconclusive', shortfalls: 2 },
        [refused]: { verdict: 'inconclusive', planned: 1640, concluded: 1530, shortfalls: 110 },
      }),
      shortfalls: [
        { promise: refused, reason: 'the owner was not given the object', count: 110, ...of },
        { promise: own, reason: 'it was never opened', count: 2, ...of },
      ],
    }),
  );
  const text = shortfallsSection(input).markup.replace(/\s+/g, ' ');
  assert.match(text, /110 planned checks of 14,640 did not conclude, and 2 doubts remained/);
});

test('a run without any says so', () => {
  assert.match(shortfallsSection(runs.upheld).markup, /Every planned check concluded\./);
});
