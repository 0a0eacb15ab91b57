import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Runs, layersOf, undoEscapes } from './normalise.ts';

const escapes: readonly (readonly [escaped: string, plain: string])[] = [
  ['&#65;&#x42;&#X43;', 'ABC'],
  ['&amp;#65;', '&#65;'],
  ['a&shy;b&nbsp;c', 'a b c'],
  ['&unknown;', '&unknown;'],
  ['Zo&euml; &Ccedil;elik &lstrok;&oslash;', 'Zoë Çelik łø'],
  ['ann&commat;example&period;com', 'ann@example.com'],
  ['%41%42', 'AB'],
  ['100% sure', '100% sure'],
  [String.raw`\u0041\x42\u{43}`, 'ABC'],
  [String.raw`a\nb\/c\"`, 'a\nb/c"'],
  ['=41=\r\n=42=\nC', 'ABC'],
  ['&#99999999;', '&#99999999;'],
  ['&#9999999;', ' '],
];

for (const [escaped, plain] of escapes) {
  test(`undoes ${JSON.stringify(escaped)}`, () => {
    assert.equal(undoEscapes(escaped), plain);
  });
}

test('finds long base64 among words, over line breaks', () => {
  const long = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo';
  assert.deepEqual([...base64Runs(`some words and "${long}" more`)], [long]);
  assert.deepEqual([...base64Runs(`${long}\r\n  ${long}\r\nabc`)], [`${long}${long}abc`]);
  assert.deepEqual([...base64Runs('short words, nothing that is long enough to matter')], []);
});

test('every start of a run of base64 is found', () => {
  const run = 'A'.repeat(24);
  for (let before = 0; before < 40; before += 1) {
    const text = `${'ab '.repeat(20).slice(0, before)} ${run} ${'x '.repeat(20)}`;
    assert.deepEqual([...base64Runs(text)], [run], `after ${before} characters`);
  }
});

test('nesting without end is cut off', () => {
  let nested = 'x'.repeat(64);
  for (let depth = 0; depth < 8; depth += 1) nested = Buffer.from(nested).toString('base64');
  assert.ok([...layersOf(nested)].length < 2000);
});

test('letters beyond ASCII are read from the bytes that their escapes write', () => {
  assert.equal(undoEscapes('Zo%C3%AB'), 'Zoë');
  assert.equal(undoEscapes('Zo=C3=AB'), 'Zoë');
  assert.equal(undoEscapes('%FF%41'), 'ÿA');
});

test('long hexadecimal digits are read, and those that write no text are left', () => {
  const hidden = Buffer.from('{"after":"replay-of-somebody"}').toString('hex');
  const texts = (text: string) => [...layersOf(text)].map((layer) => layer.text);
  assert.ok(texts(`cursor=${hidden}&x`).some((text) => text.includes('replay-of-somebody')));
  assert.ok(texts(hidden.toUpperCase()).some((text) => text.includes('replay-of-somebody')));
  const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
  assert.ok(texts(hash).every((text) => text === hash || !/^[ -~]+$/.test(text)));
});
