import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry } from '../history/history.ts';
import { cohortsOf, shapeOf } from '../plan/testing/shaped-batch.ts';
import { judgedByAll } from './testing/judged-by-all.ts';
import { playPerfectProduct } from './testing/perfect-product.ts';

const [plan] = cohortsOf('seed', [shapeOf({ cohorts: 1 })]);
if (plan === undefined) throw new Error('The shape has no cohort.');
const [ann, ben] = plan.patients.map(({ number }) => number);
const perfect = playPerfectProduct(plan);
const broken: HistoryEntry = {
  type: 'shortfall',
  at: 900_000,
  reason: 'The stand-in for the video provider died.',
  besideProduct: true,
};

/** Ann’s final looks are without her replays, or with Ben’s too. */
function annSees(what: 'nothing' | 'bens as well'): HistoryEntry[] {
  const bens = perfect.flatMap((entry) => (entry.type === 'look' && entry.viewer === ben ? [entry] : [])); // prettier-ignore
  return perfect.map((entry) => {
    if (entry.type !== 'look' || entry.viewer !== ann || entry.phase === 'overlap') return entry;
    if (what === 'nothing') return { ...entry, items: [] };
    const others = bens.find(({ surface, phase }) => surface === entry.surface && phase === entry.phase); // prettier-ignore
    return { ...entry, items: [...entry.items, ...(others?.items ?? [])] };
  });
}

test('what a stand-in lost is missing without the product’s doing', () => {
  assert.equal(judgedByAll(plan, annSees('nothing')).verdict, 'violated');
  const excused = judgedByAll(plan, [...annSees('nothing'), broken]);
  assert.equal(excused.verdict, 'inconclusive');
  const reasons = excused.outcomes.flatMap(({ outcome }) => outcome.shortfalls);
  assert.ok(reasons.some(({ viewer, reason }) => viewer === ann && /not there.* died\.$/.test(reason))); // prettier-ignore
});

test('what a stranger was shown is found whatever else died', () => {
  assert.equal(judgedByAll(plan, [...annSees('bens as well'), broken]).verdict, 'violated');
});

test('a stand-in that died leaves nothing green', () => {
  assert.equal(judgedByAll(plan, [...perfect, broken]).verdict, 'inconclusive');
});

test('where nobody knows what an account held before, nothing is green', () => {
  const unknown: HistoryEntry = {
    type: 'baseline',
    at: 10,
    until: 20,
    viewer: ann ?? 0,
    surface: 'replay-list',
    outcome: 'failed',
    reason: 'signing in was refused: it is locked',
    items: [],
  };
  const [first, ...rest] = perfect;
  if (first === undefined) throw new Error('The history is empty.');
  const { verdict, outcomes } = judgedByAll(plan, [first, unknown, ...rest]);
  assert.equal(verdict, 'inconclusive');
  const [shortfall] = outcomes[0]?.outcome.shortfalls ?? [];
  assert.match(
    shortfall?.reason ?? '',
    /held before the run was not seen on replay-list: .* locked/,
  );
});
