import assert from 'node:assert/strict';
import test from 'node:test';
import { luhnCheckDigit } from './luhn-check-digit.ts';

void test('gives the published check digit', () => {
  assert.equal(luhnCheckDigit('7992739871'), 3);
  assert.equal(luhnCheckDigit('00000000'), 0);
});

void test('notices every single wrong digit', () => {
  const right = luhnCheckDigit('12345678');
  for (let position = 0; position < 8; position += 1) {
    const digits = '12345678'.split('');
    digits[position] = String((Number(digits[position]) + 1) % 10);
    assert.notEqual(luhnCheckDigit(digits.join('')), right);
  }
});
