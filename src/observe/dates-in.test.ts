import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesIn } from './dates-in.ts';

const written: readonly string[] = [
  'born 1960-03-04',
  '1960/03/04.',
  '19600304',
  '04/03/1960',
  '4.3.1960',
  '4 March 1960',
  '4th Mar 1960',
  '04-Mar-1960',
  'March 4, 1960',
  'MARCH 4TH 1960',
  '"dob":"1960-03-04"',
];
for (const text of written)
  test(`4 March 1960 stands in: ${text}`, () => {
    assert.ok(datesIn(text).has('1960-03-04'), [...datesIn(text)].join());
  });

const others: readonly string[] = [
  '1960-03-04T10:00:00Z',
  '1960-03-05',
  '2104-03-1960x',
  '11960-03-04',
  '4 Marchant 1960',
  '',
];
for (const text of others)
  test(`4 March 1960 does not stand in: ${text || 'nothing'}`, () => {
    assert.ok(!datesIn(text).has('1960-03-04'), [...datesIn(text)].join());
  });

test('a day and a month that may be either are read both ways', () => {
  assert.deepEqual(datesIn('04/03/1960'), new Set(['1960-03-04', '1960-04-03']));
});
