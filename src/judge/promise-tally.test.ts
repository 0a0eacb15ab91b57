import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryEntry } from '../history/history.ts';
import { recordingSurfaces } from '../model/surface.ts';
import type { SurfaceId } from '../model/surface.ts';
import { cohortsOf, shapeOf } from '../plan/testing/shaped-batch.ts';
import { judgedByAll } from './testing/judged-by-all.ts';
import { playPerfectProduct } from './testing/perfect-product.ts';
import type { PromiseOutcome } from './promise.ts';
import { PromiseTally } from './promise-tally.ts';
import type { Verdict } from './verdict.ts';

const id = 'picture-and-sound-belong-to-the-same-consultation';
const why = 'It keeps files, and no recordings.';
const checked: PromiseOutcome = { findings: [], shortfalls: [], planned: 4, concluded: 4 };
const unplanned = { ...checked, planned: 0, concluded: 0 };
const without = { ...unplanned, nothingToJudge: why };
const short = { promise: id, cohort: 0, viewer: null, surface: null, reason: 'It broke.' } as const;

const table: readonly (readonly [string, readonly PromiseOutcome[], Verdict, string | null])[] = [
  ['no cohort', [], 'inconclusive', null],
  ['all checks concluded', [checked, checked], 'upheld', null],
  ['one check open', [checked, { ...checked, concluded: 3 }], 'inconclusive', null],
  ['no check planned', [unplanned], 'inconclusive', null],
  ['nothing to judge for anybody', [without, without], 'upheld', why],
  ['nothing to judge for some, nothing planned for others', [without, unplanned], 'inconclusive', null],
  ['nothing to judge for some, all checks of the others concluded', [without, checked], 'upheld', null],
  ['nothing to judge, and something broke', [{ ...without, shortfalls: [short] }], 'inconclusive', null],
]; // prettier-ignore
for (const [name, outcomes, verdict, nothingToJudge] of table)
  test(`${name}: ${verdict}`, () => {
    const tally = new PromiseTally();
    for (const outcome of outcomes) tally.add(id, outcome);
    const told = tally.promises().find((one) => one.id === id);
    assert.equal(told?.verdict, verdict);
    assert.equal(told?.nothingToJudge, nothingToJudge);
  });

/** The same product, at which nobody can look at these surfaces. */
function withoutSurfaces(
  entries: readonly HistoryEntry[],
  surfaces: readonly SurfaceId[],
): HistoryEntry[] {
  return entries
    .filter((entry) => !('surface' in entry && surfaces.includes(entry.surface)))
    .map((entry) =>
      entry.type === 'start'
        ? { ...entry, absentSurfaces: Object.fromEntries(surfaces.map((one) => [one, why])) }
        : entry,
    );
}

test('a product without recordings leaves promises about them nothing to judge, and others all', () => {
  const [plan] = cohortsOf('seed', [shapeOf({ cohorts: 1 })]);
  if (plan === undefined) throw new Error('The shape has no cohort.');
  const judge = (surfaces: readonly SurfaceId[]) => {
    const tally = new PromiseTally();
    for (const { promise, outcome } of judgedByAll(
      plan,
      withoutSurfaces(playPerfectProduct(plan), surfaces),
    ).outcomes)
      tally.add(promise.id, outcome);
    const promises = tally.promises();
    return promises.flatMap((one) => (one.nothingToJudge === null ? [] : [`${one.id}: ${one.verdict}`])); // prettier-ignore
  };
  assert.deepEqual(judge(['thumbnail']), []);
  assert.deepEqual(judge(recordingSurfaces), [
    'picture-and-sound-belong-to-the-same-consultation: upheld',
    'an-interrupted-call-stays-with-its-consultation: upheld',
    'nothing-is-recorded-without-consent: upheld',
  ]);
});
