import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { holdOverlappingCalls } from '../testing/hold-overlapping-calls.ts';
import { startTestClinic } from '../testing/test-clinic.ts';

void test('overlapping calls become one replay each, whatever order and number the webhooks come in', async () => {
  const clinic = await startTestClinic();
  try {
    const calls = await holdOverlappingCalls(clinic, 10);
    for (const { level, found } of calls) {
      assert.equal(found.length, 1);
      assert.deepEqual(found[0]?.levels, [level, level + 1]);
    }
    const reds = calls.map(({ found }) => found[0]?.thumbnail?.r ?? 0);
    assert.equal(new Set(reds).size, reds.length);
  } finally {
    await clinic.close();
  }
});

void test('a job whose failure could not be told to the database is taken up again', async () => {
  let failuresLeft = 1;
  let lossesLeft = 1;
  const clinic = await startTestClinic({
    ...defaultSeams,
    composer: (parts) => {
      const composer = defaultSeams.composer(parts);
      return {
        compose: async (input) => {
          if (failuresLeft-- > 0) throw new Error('The database went away.');
          return await composer.compose(input);
        },
      };
    },
    composeQueue: (parts) => {
      const queue = defaultSeams.composeQueue(parts);
      return {
        ...queue,
        giveBack: async (job, failure) => {
          if (lossesLeft-- > 0) throw new Error('The database is still away.');
          return await queue.giveBack(job, failure);
        },
      };
    },
  });
  try {
    const calls = await holdOverlappingCalls(clinic, 3);
    assert.deepEqual(
      calls.map(({ found }) => found.length),
      [1, 1, 1],
    );
    assert.equal(lossesLeft, 0);
  } finally {
    await clinic.close();
  }
});
