import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CohortRecord } from './cohort-record.ts';
import { act, booked, called, end, start } from './testing/hand-written-history.ts';
import { ann, ben, cat, handWrittenPlan } from './testing/hand-written-plan.ts';

function recordOf(...entries: Parameters<CohortRecord['see']>[0][]): CohortRecord {
  const record = new CohortRecord(handWrittenPlan([]));
  for (const [index, entry] of entries.entries()) record.see(entry, index + 1);
  return record;
}

test('takes belong to the consultation that the plan gives them', () => {
  const record = recordOf();
  assert.equal(record.consultationOfTake(ann, 2), 1);
  assert.equal(record.consultationOfTake(ann, 4), undefined);
  assert.equal(record.consultationOfTake(99, 1), undefined);
});

test('what is said when the call is over may not be recorded', () => {
  const record = recordOf();
  assert.equal(record.mayBeRecorded(ann, 2), true);
  assert.equal(record.mayBeRecorded(ann, 3), false);
  assert.equal(record.mayBeRecorded(99, 3), true);
});

test('an appointment is known by the id that its booking was given', () => {
  const record = recordOf(booked(ann), act('book', ben), act('join', cat, { claimed: 'a room' }));
  assert.equal(record.bookedAs('appointment-0')?.patient, ann);
  assert.equal(record.bookedAs('appointment-1'), undefined);
  assert.equal(record.bookedAs('a room'), undefined);
});

test('an act counts as done once any attempt was', () => {
  const refused = act('join', ann, { outcome: 'refused', reason: 'no' });
  assert.equal(recordOf(refused, act('join', ann)).act('join', ann, 1)?.outcome, 'done');
  assert.equal(recordOf(act('join', ann), refused).act('join', ann, 1)?.outcome, 'done');
  assert.equal(recordOf(refused).act('join', ann, 1)?.outcome, 'refused');
  assert.equal(recordOf().act('join', ann, 1), undefined);
});

test('a take’s sending is told from another take’s', () => {
  const record = recordOf(act('publish', ann, { take: 1 }));
  assert.ok(record.act('publish', ann, 1, 1));
  assert.equal(record.act('publish', ann, 1, 2), undefined);
});

test('a recording can be caused from the join on, even by one that nobody knows the outcome of', () => {
  const [call] = handWrittenPlan([]).consultations;
  assert.ok(call);
  const joined = recordOf(act('join', ann, { at: 110 }));
  assert.equal(joined.mayHaveCaused(call, 109), false);
  assert.equal(joined.mayHaveCaused(call, 110), true);
  const perhaps = recordOf(act('join', ann, { outcome: 'indeterminate', reason: 'it broke' }));
  assert.equal(perhaps.mayHaveCaused(call, 1000), true);
  const refused = recordOf(act('join', ann, { outcome: 'refused', reason: 'no' }));
  assert.equal(refused.mayHaveCaused(call, 1000), false);
  assert.equal(recordOf(...called(ben)).mayHaveCaused(call, 1000), false);
});

test('start and end tell of absent surfaces and of responses', () => {
  const record = recordOf(start({ absentSurfaces: { player: 'no pages' } }), end(7));
  assert.deepEqual(record.absentSurfaces, { player: 'no pages' });
  assert.equal(record.heard?.responses, 7);
  assert.equal(recordOf().heard, undefined);
});
