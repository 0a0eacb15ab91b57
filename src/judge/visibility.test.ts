import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry } from '../history/history.ts';
import { called, delivered, looked, replay, wholeCall } from './testing/hand-written-history.ts';
import { ann, ben, cat, handWrittenPlan, plannedLook } from './testing/hand-written-plan.ts';
import { judgedByAll } from './testing/judged-by-all.ts';

const media = [ann, ben, cat].map((viewer) => plannedLook(viewer, 'media'));
const [anns = plannedLook(ann, 'media'), bens = anns, cats = anns] = media;
const own = (patient: number) => replay(patient, { opening: delivered(wholeCall(patient)) });

function matrixOf(...entries: HistoryEntry[]) {
  const calls = [...called(ann), ...called(ben)];
  return judgedByAll(handWrittenPlan(media), [...calls, ...entries]).visibility;
}

test('own is visible, others’ is hidden, who never attended has no column', () => {
  const { columns, viewers, cells, withoutConsultation } = matrixOf(
    looked(anns, [own(ann)]),
    looked(bens, [own(ben)]),
    looked(cats, []),
  );
  assert.deepEqual(viewers, [ann, ben, cat]);
  assert.deepEqual(columns, [
    { owner: ann, consultation: 1 },
    { owner: ben, consultation: 1 },
  ]);
  assert.deepEqual(cells, [
    ['own, visible', 'hidden'],
    ['hidden', 'own, visible'],
    ['hidden', 'hidden'],
  ]);
  assert.deepEqual(withoutConsultation, [0, 0, 0]);
});

test('a leak stands in its cell at its level, and a missing replay is missing', () => {
  const { cells } = matrixOf(
    looked(anns, [own(ann), own(ben)]),
    looked(bens, []),
    looked(cats, [replay(ann, { opening: delivered([]) })]),
  );
  assert.deepEqual(cells[0], ['own, visible', 'content seen']);
  assert.deepEqual(cells[1], ['hidden', 'own, missing']);
});

test('who was not looked at, or not to the end, was not checked; a leak is shown all the same', () => {
  const { cells } = matrixOf(looked(anns, [own(ben)], { outcome: 'failed', reason: 'it broke' }));
  assert.deepEqual(cells, [
    ['not checked', 'content seen'],
    ['not checked', 'not checked'],
    ['not checked', 'not checked'],
  ]);
});

test('recordings that name nobody are counted beside the matrix', () => {
  const artefact = delivered([{ integrity: 'unreadable', track: 'picture' }]);
  const { withoutConsultation } = matrixOf(
    looked(anns, [own(ann)]),
    looked(bens, [own(ben)]),
    looked(cats, [
      replay(cat, { item: 'one', opening: artefact }),
      replay(cat, { item: 'two', opening: artefact }),
    ]),
  );
  assert.deepEqual(withoutConsultation, [0, 0, 2]);
});
