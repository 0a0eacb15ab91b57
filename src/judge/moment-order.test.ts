import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry } from '../history/history.ts';
import { MomentOrder } from './moment-order.ts';
import { act, looked, probed } from './testing/hand-written-history.ts';
import {
  ann,
  ben,
  handWrittenPlan,
  plannedLook,
  plannedProbe,
} from './testing/hand-written-plan.ts';

const early = plannedLook(ann, 'replay-list', 'overlap');
const settled = plannedLook(ann, 'replay-list');
const probe = plannedProbe(ann, ben, 'media');
const asking = { ...plannedProbe(ann, ben, 'replay-detail'), phase: 'overlap' } as const;
const plan = {
  ...handWrittenPlan([early, settled, probe, asking]),
  moments: [
    { atMinute: 0, acts: [], nemesis: [] },
    {
      atMinute: 1,
      acts: [early, asking].map(({ check }) => ({ verb: 'look', check }) as const),
      nemesis: [],
    },
    { atMinute: 2, acts: [], nemesis: [] },
  ],
};
const joined = act('join', ann, { moment: 0, at: 10, until: 20 });
const looking = looked(early, [], { at: 20, until: 30 });
const asked = probed(asking, { at: 21, until: 29 });
const hungUp = act('hang-up', ann, { moment: 2, at: 30, until: 40 });
const swept = looked(settled, [], { at: 40, until: 50 });
const probing = probed(probe, { at: 50, until: 60 });

function complaints(...entries: readonly HistoryEntry[]): string[] {
  const order = new MomentOrder(plan);
  for (const entry of entries) order.see(entry);
  return order.conclude();
}

test('one moment after the other, and the sweep after them all', () => {
  assert.deepEqual(complaints(joined, looking, asked, hungUp, swept, probing), []);
});

test('what stands where in the file is of no matter', () => {
  assert.deepEqual(complaints(probing, swept, hungUp, looking, joined), []);
});

const rows: readonly (readonly [string, readonly HistoryEntry[], RegExp])[] = [
  ['a look that was made after the moment that follows its own', [joined, { ...looking, at: 35, until: 36 }, hungUp], /^Moment 2 began before/], // prettier-ignore
  ['a look that was made before the moment ahead of its own was over', [joined, { ...looking, at: 15 }], /^Moment 1 began before/], // prettier-ignore
  ['an act that was done when all was over', [{ ...joined, until: 900 }, hungUp], /^Moment 2 began before/], // prettier-ignore
  ['a final sweep before the last call was over', [joined, hungUp, { ...swept, at: 39 }], /^The final sweep began before/], // prettier-ignore
  ['a probe of a moment when all was over', [joined, looking, { ...asked, at: 31, until: 32 }, hungUp], /^Moment 2 began before/], // prettier-ignore
  ['a probe before the last call was over', [joined, hungUp, { ...probing, at: 1 }], /^The final sweep began before/], // prettier-ignore
  ['an end before the beginning', [{ ...joined, at: 21 }], /^1 entries end before they begin/],
];
for (const [what, entries, sentence] of rows)
  test(`told: ${what}`, () => {
    const [first = '', ...others] = complaints(...entries);
    assert.match(first, sentence);
    assert.deepEqual(others, []);
  });
