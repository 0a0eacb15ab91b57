import assert from 'node:assert/strict';
import test from 'node:test';
import { byteRange } from './byte-range.ts';

void test('reads the three forms of a single range', () => {
  assert.deepEqual(byteRange('bytes=2-5', 10), { start: 2, end: 6 });
  assert.deepEqual(byteRange('bytes=2-', 10), { start: 2, end: 10 });
  assert.deepEqual(byteRange('bytes=-3', 10), { start: 7, end: 10 });
});

void test('cuts a range that reaches past the end', () => {
  assert.deepEqual(byteRange('bytes=8-99', 10), { start: 8, end: 10 });
  assert.deepEqual(byteRange('bytes=-99', 10), { start: 0, end: 10 });
});

void test('sends the whole for no range, several ranges or a reversed one', () => {
  for (const header of [null, '', 'bytes=', 'bytes=-', 'bytes=0-1,3-4', 'bytes=5-2', 'lines=1-2']) {
    assert.equal(byteRange(header, 10), undefined);
  }
});

void test('cannot satisfy a range past the end', () => {
  assert.equal(byteRange('bytes=10-', 10), 'unsatisfiable');
  assert.equal(byteRange('bytes=-0', 10), 'unsatisfiable');
});
