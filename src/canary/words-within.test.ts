import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsWithin } from './words-within.ts';

void test('words are told from the bytes around them', () => {
  const noise = Buffer.from([0, 255, 65, 254, 3, 200, 66, 67, 1]);
  const file = Buffer.concat([noise, Buffer.from('Zoë Çelik, 1970'), noise, Buffer.from('山田 太郎'), noise]); // prettier-ignore
  assert.equal(wordsWithin(file), 'Zoë Çelik, 1970\n山田 太郎');
  assert.equal(wordsWithin(noise), '');
});
