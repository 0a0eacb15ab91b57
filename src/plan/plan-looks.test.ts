import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

test('during the overlap every patient looks at more than one surface', () => {
  const plans = cohortsOf('seed', [
    shapeOf({ scenario: 'overlapping-appointments', cohorts: 2, patients: 8, clinicians: 2 }),
  ]);
  for (const { patients, checks } of plans)
    for (const { number } of patients) {
      const surfaces = checks.flatMap((check) =>
        check.kind === 'look' && check.phase === 'overlap' && check.viewer === number
          ? [check.surface]
          : [],
      );
      assert.ok(new Set(surfaces).size > 1, `patient ${number} looks at ${surfaces.join(', ')}`);
    }
});
