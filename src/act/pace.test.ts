import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { mock, test } from 'node:test';
import { Pace } from './pace.ts';

/** Requests that are let through and answered only when told to. */
function requests(pace: Pace, count: number) {
  const answers: (() => void)[] = [];
  const all = Array.from({ length: count }, () =>
    pace.turn(() => new Promise<void>((resolve) => void answers.push(resolve))),
  );
  return { sent: () => answers.length, answer: () => answers.shift()?.(), all: Promise.all(all) };
}

test('no more requests are under way than the target allows each worker', async () => {
  const { sent, answer, all } = requests(new Pace({ requestsAtOnce: 5 }, 2), 5);
  await setImmediate();
  assert.equal(sent(), 2);
  answer();
  await setImmediate();
  assert.equal(sent(), 2);
  for (let left = 4; left > 0; left -= 1) {
    answer();
    await setImmediate();
  }
  await all;
});

test('requests follow each other no faster than the target allows each worker', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
  try {
    const { sent } = requests(new Pace({ requestsPerSecond: 10 }, 2), 4);
    const after = async (ms: number) => {
      mock.timers.tick(ms);
      await setImmediate();
      return sent();
    };
    assert.deepEqual(
      [await after(0), await after(199), await after(1), await after(200)],
      [1, 1, 2, 3],
    );
  } finally {
    mock.timers.reset();
  }
});

test('a target that allows fewer requests at once than there are workers is not asked at all', () => {
  assert.throws(() => new Pace({ requestsAtOnce: 2 }, 3), /2 requests at once, and 3 workers/);
});

test('a target that allows everything is asked at once', async () => {
  const { sent } = requests(new Pace(), 50);
  await setImmediate();
  assert.equal(sent(), 50);
});
