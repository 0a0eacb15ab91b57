import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstScreen } from './first-screen.ts';
import { sinceSentence } from './since-sentence.ts';
import { groupOf, promisesWith, verdictsWith } from './testing/hand-written-verdicts.ts';
import { runToReport } from './testing/run-to-report.ts';

const promise = 'every-replay-belongs-to-its-viewer';
const kind = { promise, class: 'foreign content', edge: 'same clinician' } as const;
const groups = [
  groupOf({ ...kind, surface: 'media' }),
  groupOf({ ...kind, surface: 'player' }),
  groupOf({ ...kind, surface: 'media', edge: 'same start' }),
];
const run = { run: 'last', startedAt: '2026-11-20T07:31:04.112Z' };

/** A run that found these kinds of finding, after one that had found those at the given places. */
function after(kinds: readonly number[] | undefined, verdict: string) {
  const promises = promisesWith({ [promise]: { verdict: 'violated', findings: 3 } });
  const found = groups.map(({ worst }) => ({ ...kind, surface: worst.surface, edge: worst.edge }));
  const before = kinds && { ...run, verdict, kinds: kinds.flatMap((place) => found[place] ?? []) };
  return runToReport(verdictsWith({ promises, findings: groups }), before ? { before } : {});
}

const table: readonly (readonly [readonly number[] | undefined, string, string | undefined])[] = [
  [undefined, 'upheld', undefined],
  [[], 'upheld', 'All of it is new since run last, which was upheld.'],
  [[0, 1, 2], 'violated', 'Nothing of it is new since run last, which was violated.'],
  [[0, 1], 'violated', '1 kind of finding of 3 is new since run last, which was violated.'],
  [[2], 'violated', '2 kinds of finding of 3 are new since run last, which was violated.'],
];
for (const [kinds, verdict, sentence] of table)
  test(`what is new after ${kinds === undefined ? 'no run' : `one that found ${kinds.length} of 3 kinds`}`, () => {
    const input = after(kinds, verdict);
    assert.equal(sinceSentence(input), sentence);
    const shown = firstScreen(input).filter((line) => line.includes('since run'));
    assert.deepEqual(shown, sentence === undefined ? [] : [`  · ${sentence}`]);
  });

test('where nothing was found nothing is new', () => {
  const before = { ...run, verdict: 'violated', kinds: [{ ...kind, surface: 'media' }] };
  assert.equal(sinceSentence(runToReport(verdictsWith(), { before })), undefined);
});
