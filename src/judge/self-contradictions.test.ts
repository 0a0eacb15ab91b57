import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry } from '../history/history.ts';
import { SelfContradictions } from './self-contradictions.ts';
import {
  act,
  booked,
  end,
  held,
  looked,
  probed,
  replay,
  start,
} from './testing/hand-written-history.ts';
import { ann, ben, plannedLook, plannedProbe } from './testing/hand-written-plan.ts';

const list = looked(plannedLook(ann, 'replay-list'), []);
const probe = probed(plannedProbe(ann, ben, 'media'));

function contradictions(...entries: readonly HistoryEntry[]): string[] {
  const told = new SelfContradictions();
  for (const entry of entries) told.see(entry);
  return told.conclude();
}

test('a history that fits together is not complained of', () => {
  const absent = start({ absentSurfaces: { player: 'It has no pages.' } });
  assert.deepEqual(contradictions(absent, booked(ann), act('join', ann), list, probe, end(4)), []);
});

test('a surface that is absent was not looked at, nor probed', () => {
  const absent = { 'replay-list': 'It has none.', media: 'It has none.' };
  assert.equal(contradictions(start({ absentSurfaces: absent }), list, probe, end()).length, 2);
});

test('whatever was answered was scanned', () => {
  const [sentence = ''] = contradictions(start(), act('sign-in', ann), list, probe, end(2));
  assert.match(sentence, /^3 acts, looks and probes were answered, and only 2 responses/);
});

test('whoever joined a call had booked it', () => {
  const joined = act('join', ann);
  const refused = act('book', ann, { outcome: 'refused' });
  assert.deepEqual(contradictions(start(), joined, booked(ann), end()), []);
  for (const before of [[], [refused], [booked(ben)]])
    assert.deepEqual(contradictions(start(), ...before, joined, end()), [
      '1 consultations were joined, and no booking of them is in the history.',
    ]);
});

test('what got no answer need not have been scanned', () => {
  const failed = looked(plannedLook(ann, 'media'), [], { outcome: 'failed' });
  const refused = act('join', ann, { outcome: 'refused' });
  const lost = { ...probe, outcome: 'indeterminate' } as const;
  assert.deepEqual(contradictions(start(), failed, refused, lost, end(0)), []);
});

test('what accounts held before is looked at before anybody acts, and where nobody registers', () => {
  const closed = start({ absentRegistration: 'It is closed.' });
  const [before, acted] = [held(ann, ['old']), act('sign-in', ann)];
  assert.deepEqual(contradictions(closed, before, acted, end(1)), []);
  assert.match(contradictions(closed, acted, before, end(1)).join(), /when it had begun/);
  assert.match(contradictions(start(), before, acted, end(1)).join(), /^Patients registered/);
});

test('where no calls are held, none was joined', () => {
  const silent = start({ absentCalls: 'It keeps files.' });
  const published = act('publish', ann, { take: 1 });
  assert.deepEqual(contradictions(silent, published, end(1)), []);
  assert.deepEqual(contradictions(silent, published, booked(ann), act('join', ann), end(3)), [
    'The target is said to hold no calls, and join was performed.',
  ]);
});

test('where replays are said to name no appointment, none does', () => {
  const silent = start({ absentClaims: 'It has one archive.' });
  const listed = plannedLook(ann, 'replay-list');
  const untold = looked(listed, [replay(ann, { claim: { title: 'A call' } })]);
  assert.deepEqual(contradictions(silent, untold, end(1)), []);
  assert.deepEqual(contradictions(start(), looked(listed, [replay(ann)]), end(1)), []);
  assert.deepEqual(contradictions(silent, looked(listed, [replay(ann)]), end(1)), [
    'Replays of the target are said to name no appointment, and replay replay-0 names one.',
  ]);
});
