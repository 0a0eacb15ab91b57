import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordsWithin } from './words-within.ts';

void test('words are told from the bytes around them', () => {
  const noise = Buffer.from([0, 255, 65, 254, 3, 200, 66, 67, 1]);
  const file = Buffer.concat([noise, Buffer.from('Zoë Çelik, 1970'), noise, Buffer.from('山田 太郎'), noise]); // prettier-ignore
  assert.equal(wordsWithin(file), 'Zoë Çelik, 1970\n山田 太郎');
  assert.equal(wordsWithin(noise), '');
});

const wide: readonly [string, (text: string) => Buffer][] = [
  ['little', (text) => Buffer.from(text, 'utf16le')],
  ['big', (text) => Buffer.from(text, 'utf16le').swap16()],
];

for (const [order, encode] of wide)
  void test(`words in UTF-16 are found, in other scripts behind their mark: ${order}`, () => {
    const noise = Buffer.from([7, 255, 255, 7]);
    const lines = (text: string) =>
      wordsWithin(Buffer.concat([noise, encode(text), Buffer.from([0, 0]), noise])).split('\n');
    assert.ok(lines('Zoë Šarić, 1970').includes('Zoë Šarić, 1970'));
    assert.ok(lines('\ufeff山田 太郎').includes('山田 太郎'));
    assert.ok(lines('\ufeffيزن السقا').includes('يزن السقا'));
  });

void test('every run of six bytes and more of characters is a line of words', () => {
  const character = /(?:[\t\x20-\x7e]|[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})+/g;
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(9, 0x41, 0x7f, 0xc2, 0xc3, 0xa9, 0xe5, 0xb1));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.array(byte), (some, more) => {
      // A container that has no words in UTF-16.
      const file = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, ...some, ...more]);
      const runs = file.toString('latin1').match(character) ?? [];
      const words = runs.filter(({ length }) => length >= 6).join('\n');
      assert.equal(wordsWithin(file), Buffer.from(words, 'latin1').toString('utf8'));
    }),
    { numRuns: 2000 },
  );
});
