import assert from 'node:assert/strict';
import test from 'node:test';
import { birthDay, dateField, dayOf, instantOf, lengthOf, timeOf } from './clinic-calendar.ts';

void test('shows London time, summer and winter', () => {
  assert.equal(dayOf('2020-06-09T23:30:00.000Z'), 'Wednesday 10 June 2020');
  assert.equal(timeOf('2020-06-09T23:30:00.000Z'), '00:30');
  assert.equal(timeOf('2020-12-09T23:30:00.000Z'), '23:30');
  assert.equal(dateField(new Date('2020-06-09T23:30:00.000Z')), '2020-06-10');
});

void test('finds the instant of a London date and time', () => {
  assert.equal(instantOf('2020-06-09', '14:20'), '2020-06-09T13:20:00.000Z');
  assert.equal(instantOf('2020-12-09', '14:20'), '2020-12-09T14:20:00.000Z');
});

void test('finds the instant on both sides of a change of the clocks', () => {
  assert.equal(instantOf('2020-03-29', '00:30'), '2020-03-29T00:30:00.000Z');
  assert.equal(instantOf('2020-03-29', '02:30'), '2020-03-29T01:30:00.000Z');
  assert.equal(instantOf('2020-10-25', '00:30'), '2020-10-24T23:30:00.000Z');
  assert.equal(instantOf('2020-10-25', '02:30'), '2020-10-25T02:30:00.000Z');
});

void test('finds no instant for what is no date and time', () => {
  assert.equal(instantOf('', '10:00'), null);
  assert.equal(instantOf('2020-06-09', '25:00'), null);
  assert.equal(instantOf('2020-13-09', '10:00'), null);
});

void test('writes birth dates and lengths', () => {
  assert.equal(birthDay('1984-03-07'), '7 March 1984');
  assert.equal(lengthOf(0.4), '1 s');
  assert.equal(lengthOf(60), '1 min');
  assert.equal(lengthOf(129), '2 min 9 s');
});
