import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cohortsOf, shapeOf } from './testing/shaped-batch.ts';

test('enough viewers probe the consultations of an old account of every age', () => {
  const [plan] = cohortsOf('seed', [
    shapeOf({ scenario: 'replay-ownership', cohorts: 1, patients: 12 }),
  ]);
  const owner = plan?.patients[0]?.number;
  const attended = plan?.consultations.filter(
    ({ patient, takes }) => patient === owner && takes.length > 0,
  );
  const probed = plan?.checks.flatMap((check) =>
    check.kind === 'probe' && check.owner === owner ? [check.consultation] : [],
  );
  assert.ok((attended?.length ?? 0) > 10);
  assert.deepEqual(
    [...new Set(probed)].toSorted((one, other) => one - other),
    attended?.map(({ consultation }) => consultation),
  );
});
