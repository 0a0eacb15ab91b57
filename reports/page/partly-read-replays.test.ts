import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noCoverage } from '../../src/judge/coverage.ts';
import { patientLabel } from '../../src/plan/patient-number.ts';
import { partlyReadReplays } from './partly-read-replays.ts';

function shown(replays: ReturnType<typeof noCoverage>['replays']): string {
  return partlyReadReplays({ ...noCoverage(), replays }).markup;
}

test('a replay with a gap is told with its viewer, its length and the gap', () => {
  const page = shown({
    whole: 3,
    inPart: 2,
    told: [
      {
        viewer: 1219,
        surface: 'player',
        item: 'r-7',
        lengthMs: 12_340,
        unread: [{ track: 'sound', fromMs: 1200, toMs: 3440 }],
      },
    ],
  });
  for (const words of [patientLabel(1219), 'r-7', '12.3 s', 'sound 1.2–3.4 s', '1 replay'])
    assert.ok(page.includes(words), words);
});

test('where nothing was left out it is said, and nothing where no replay was opened', () => {
  assert.match(shown({ whole: 3, inPart: 0, told: [] }), /read whole/u);
  assert.equal(shown({ whole: 0, inPart: 0, told: [] }), '');
});
