import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Consultation } from '../../model/consultation.ts';
import type { HistoryEntry } from '../../history/history.ts';
import { cohortsOf, shapeOf } from '../../plan/testing/shaped-batch.ts';
import { playPerfectProduct } from '../../judge/testing/perfect-product.ts';
import { madeInRun } from './made-in-run.ts';

const [plan] = cohortsOf('seed', [shapeOf({ cohorts: 1 })]);
if (plan === undefined) throw new Error('The shape has no cohort.');
const entries = playPerfectProduct(plan);
const [ann, ben] = plan.patients.map(({ number }) => number);

test('each patient made what they booked, and the replays in which they were read', () => {
  for (const { patient, appointments, replays } of madeInRun(plan, entries)) {
    const own: readonly Consultation[] = plan.consultations.filter(
      (one) => one.patient === patient.number,
    );
    assert.equal(appointments.length, own.length);
    assert.equal(replays.length, own.filter(({ takes }) => takes.length > 0).length);
  }
});

test('what another patient’s account shows by mistake is not theirs to delete', () => {
  const swapped = entries.map((entry) =>
    entry.type === 'look' && entry.viewer === ann ? { ...entry, viewer: ben ?? 0 } : entry,
  );
  const made = madeInRun(plan, swapped);
  const bens = madeInRun(plan, entries).find(({ patient }) => patient.number === ben);
  assert.deepEqual(made.find(({ patient }) => patient.number === ann)?.replays, []);
  assert.deepEqual(made.find(({ patient }) => patient.number === ben)?.replays, bens?.replays);
});

test('what was there before the run is not deleted', () => {
  const [first] = madeInRun(plan, entries);
  const [item = ''] = first?.replays ?? [];
  const older: HistoryEntry = { type: 'baseline', at: 0, until: 0, viewer: ann ?? 0, surface: 'media', outcome: 'seen', items: [item] }; // prettier-ignore
  assert.ok(item !== '');
  assert.ok(!madeInRun(plan, [older, ...entries])[0]?.replays.includes(item));
});

test('of a run that was killed at once everybody may have made an account', () => {
  const made = madeInRun(plan, []);
  assert.deepEqual(
    made.map(({ patient, placeInCohort }) => [patient.number, placeInCohort]),
    plan.patients.map(({ number }, place) => [number, place]),
  );
  assert.ok(made.every(({ appointments, replays }) => appointments.length + replays.length === 0));
});
