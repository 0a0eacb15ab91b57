import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOpenChecks, checksSentence, openChecks } from './open-checks.ts';

const cases = [
  [
    'all concluded, two doubts',
    { planned: 2407, concluded: 2407, findings: 0, shortfalls: 2 },
    { unconcluded: 0, doubts: 2 },
    '0 findings, 2,407 of 2,407 checks concluded, 2 doubts remained',
  ],
  [
    'some not concluded, no doubts',
    { planned: 747, concluded: 637, findings: 1, shortfalls: 110 },
    { unconcluded: 110, doubts: 0 },
    '1 finding, 637 of 747 checks concluded',
  ],
  [
    'both',
    { planned: 1, concluded: 0, findings: 0, shortfalls: 2 },
    { unconcluded: 1, doubts: 1 },
    '0 findings, 0 of 1 check concluded, 1 doubt remained',
  ],
  [
    'fewer reasons than open checks',
    { planned: 9, concluded: 0, findings: 0, shortfalls: 1 },
    { unconcluded: 9, doubts: 0 },
    '0 findings, 0 of 9 checks concluded',
  ],
] as const;

for (const [name, promise, open, sentence] of cases)
  test(`a promise with ${name}`, () => {
    assert.deepEqual(openChecks(promise), open);
    assert.equal(checksSentence(promise), sentence);
  });

test('promises are added up', () => {
  const all = allOpenChecks(cases.map(([, promise]) => promise));
  assert.deepEqual(all, { unconcluded: 120, doubts: 3 });
});
