import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coveredMs, joined, longestGapMs } from './stretches.ts';

const durationMs = 100;
const stretch = fc
  .tuple(fc.nat(durationMs), fc.nat(durationMs))
  .map(([one, other]) => ({ fromMs: Math.min(one, other), toMs: Math.max(one, other) }));

test('covered and longest gap are what counting every millisecond gives', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 6 }), stretch, (stretches, within) => {
      const isCovered = Array.from({ length: durationMs }, (_, ms) =>
        stretches.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs),
      );
      const parts = joined(stretches);
      assert.ok(parts.every(({ fromMs }, at) => at === 0 || fromMs > (parts[at - 1]?.toMs ?? 0)));
      assert.equal(coveredMs(parts), coveredMs(stretches));
      assert.equal(coveredMs(stretches), isCovered.filter(Boolean).length);
      assert.equal(longestGapMs(stretches, durationMs), longestRun(isCovered));
      const { fromMs, toMs } = within;
      assert.equal(
        longestGapMs(stretches, toMs, fromMs),
        longestRun(isCovered.slice(fromMs, toMs)),
      );
    }),
  );
});

function longestRun(isCovered: readonly boolean[]): number {
  let gap = 0;
  let longest = 0;
  for (const covered of isCovered) {
    gap = covered ? 0 : gap + 1;
    longest = Math.max(longest, gap);
  }
  return longest;
}

test('of no stretch nothing is covered, and the gap is all of it', () => {
  assert.deepEqual([coveredMs([]), longestGapMs([], durationMs)], [0, durationMs]);
});
