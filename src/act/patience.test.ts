import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Patience } from './patience.ts';

test('patience lasts for nine lost answers and ends with the tenth', () => {
  const patience = new Patience(2500);
  for (let lost = 0; lost < 9; lost += 1) patience.loseAnswer();
  assert.equal(patience.exhaustion, undefined);
  patience.loseAnswer();
  assert.equal(patience.exhaustion, '10 requests before it got no answer within 2.5 s');
});
