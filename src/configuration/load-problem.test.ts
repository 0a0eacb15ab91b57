import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadProblem } from './load-problem.ts';

test('what is no module by its name is told how it has to be called', () => {
  const error = new SyntaxError('Unexpected token');
  assert.match(loadProblem('a/driver.ts', error), /has to be called a\/driver\.mts\.$/);
  assert.match(loadProblem('driver.js', error), /has to be called driver\.mjs\.$/);
  assert.equal(loadProblem('driver.mts', error), 'SyntaxError: Unexpected token');
  assert.equal(loadProblem('driver.ts', new Error('no')), 'Error: no');
});
