import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transportFailure } from './transport-failure.ts';

const named = (name: string) => Object.assign(new Error('some words'), { name });

const cases = [
  [new DOMException('late', 'TimeoutError'), true, 'none came within 1.5 s'],
  [named('ConnectTimeoutError'), true, 'none came within 1.5 s'],
  [new Error('connect ECONNREFUSED'), false, 'connect ECONNREFUSED'],
  [Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' }), false, 'ECONNREFUSED'],
  ['thrown as text', false, 'thrown as text'],
] as const;

for (const [error, isLate, reason] of cases)
  test(`${String(error)} is put into words`, () =>
    assert.deepEqual(transportFailure(error, 1500), { isLate, reason }));
