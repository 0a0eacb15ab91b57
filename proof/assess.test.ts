import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verdictsWith } from '../reports/testing/hand-written-verdicts.ts';
import { objectionsToTarget } from './assess.ts';

const target = { module: 'liar.ts', expected: 'inconclusive', says: /no patient/ } as const;
const verdicts = verdictsWith({ verdict: 'inconclusive' });
const output = '1/6 batches\n\nINCONCLUSIVE  Not proven.\n  · no patient came\n';
const outcome = { exitCode: 11, folder: '', verdicts, output };

test('a target that was judged as expected, in the expected words, meets no objection', () => {
  assert.deepEqual(objectionsToTarget(target, outcome), []);
});

test('another verdict, another exit code and other words are objected to', () => {
  assert.equal(objectionsToTarget(target, { ...outcome, exitCode: 0 }).length, 1);
  assert.equal(objectionsToTarget(target, { ...outcome, verdicts: undefined }).length, 1);
  assert.equal(objectionsToTarget({ ...target, expected: 'violated' }, outcome).length, 2);
  assert.deepEqual(objectionsToTarget({ ...target, says: /hung/ }, outcome), [
    'the first screen does not say hung',
  ]);
});

test('words that stand before the verdict are not on the first screen', () => {
  assert.equal(objectionsToTarget({ ...target, says: /batches/ }, outcome).length, 1);
});
