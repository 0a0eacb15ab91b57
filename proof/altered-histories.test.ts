import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playPerfectProduct } from '../src/judge/testing/perfect-product.ts';
import type { SuiteShape } from '../src/model/suite-shape.ts';
import { cohortsOf, shapeOf } from '../src/plan/testing/shaped-batch.ts';
import { everyOperator } from './operators/every-operator.ts';
import { judgeAltered } from './operators/judge-altered.ts';

const shapes: readonly SuiteShape[] = [
  shapeOf({ scenario: 'replay-ownership', tier: 'browser', cohorts: 1, patients: 4 }),
  shapeOf({ scenario: 'overlapping-appointments', cohorts: 1 }),
  shapeOf({ scenario: 'audio-to-video-switch', cohorts: 1, clinicians: 3 }),
  shapeOf({ scenario: 'forced-access', cohorts: 1, clinicians: 3 }),
  shapeOf({ scenario: 'june-2020', tier: 'browser', cohorts: 1, patients: 7 }),
  shapeOf({ scenario: 'live-calls', tier: 'live', cohorts: 1, patients: 8, clinicians: 1 }),
];
const played = {
  thresholds: { patients: 1, overlapping: 0.1, readInBrowser: 1, liveCalls: 1 },
  cohorts: cohortsOf('seed', shapes).map((plan) => ({
    plan,
    history: playPerfectProduct(plan),
    isAlone: false,
  })),
};
/** What a product that does everything right gives no occasion for. */
const needsAnImperfectRun = ['a refused registration is said to be done'];

for (const operator of everyOperator)
  if (!needsAnImperfectRun.includes(operator.name))
    test(`judged as expected: ${operator.name}`, async () => {
      const count = await judgeAltered([played], operator, 25, 20200609);
      if (operator.harmless !== undefined) assert.ok(count.upheld > 0, JSON.stringify(count));
    });

test('no two operators bear the same name', () => {
  const names = everyOperator.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
