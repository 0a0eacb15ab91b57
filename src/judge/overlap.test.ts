import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry } from '../history/history.ts';
import { CohortRecord } from './cohort-record.ts';
import { overlappingSwitchedCalls } from './overlap.ts';
import { act } from './testing/hand-written-history.ts';
import { ann, ben, handWrittenPlan } from './testing/hand-written-plan.ts';

function call(patient: number, from: number, to: number, switched = true): HistoryEntry[] {
  return [
    act('join', patient, { at: from, until: from + 1 }),
    ...(switched ? [act('switch-to-video', patient)] : []),
    act('hang-up', patient, { at: to - 1, until: to }),
  ];
}

function overlapIn(...entries: HistoryEntry[]) {
  const record = new CohortRecord(handWrittenPlan([]));
  for (const entry of entries) record.see(entry, 1);
  const { overlapping, ...counts } = overlappingSwitchedCalls(record);
  return { ...counts, overlapping: [...overlapping] };
}

test('calls that share a moment overlap, from join to hang-up', () => {
  const found = overlapIn(...call(ann, 100, 200), ...call(ben, 199, 300));
  assert.deepEqual(found, { completed: 2, switched: 2, live: 0, overlapping: [ann, ben] });
});

test('calls that follow each other do not', () => {
  const found = overlapIn(...call(ann, 100, 200), ...call(ben, 200, 300));
  assert.deepEqual(found, { completed: 2, switched: 2, live: 0, overlapping: [] });
});

test('one within another overlaps it, and only the switched one counts', () => {
  const found = overlapIn(...call(ann, 100, 300, false), ...call(ben, 150, 200));
  assert.deepEqual(found, { completed: 2, switched: 1, live: 0, overlapping: [ben] });
});

test('a call that both sides took to video at once was switched', () => {
  const found = overlapIn(...call(ann, 100, 200, false), act('switch-together', ann));
  assert.equal(found.switched, 1);
});

test('a call that the clinician attended was live', () => {
  assert.equal(overlapIn(...call(ann, 100, 200), act('attend', ann)).live, 1);
  const perhaps = act('attend', ann, { outcome: 'indeterminate', reason: 'it broke' });
  assert.equal(overlapIn(...call(ann, 100, 200), perhaps).live, 0);
});

test('a call that was not hung up, or whose outcome nobody knows, is none', () => {
  const [join] = call(ben, 150, 250);
  assert.ok(join);
  assert.deepEqual(overlapIn(...call(ann, 100, 200), join).overlapping, []);
  const perhaps = act('hang-up', ben, { outcome: 'indeterminate', reason: 'it broke' });
  assert.equal(overlapIn(...call(ann, 100, 200), join, perhaps).completed, 1);
});

test('nobody overlaps themselves', () => {
  assert.deepEqual(overlapIn(...call(ann, 100, 200)).overlapping, []);
});
