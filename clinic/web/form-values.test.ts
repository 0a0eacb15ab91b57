import assert from 'node:assert/strict';
import test from 'node:test';
import { formValues } from './form-values.ts';

void test('picks the named fields and takes anything else for empty', () => {
  const body = { reason: 'one', date: ['a', 'b'], other: 'x' };
  assert.deepEqual(formValues(body, ['reason', 'date', 'time']), {
    reason: 'one',
    date: '',
    time: '',
  });
  assert.deepEqual(formValues(null, ['reason']), { reason: '' });
});

void test('undoes the line breaks that browsers submit', () => {
  assert.deepEqual(formValues({ reason: 'a\r\nb\n' }, ['reason']), { reason: 'a\nb\n' });
});
