import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeCrockford } from './crockford.ts';
import { findCanaries } from './find-canaries.ts';
import { canaryPrefix, canarySuffix, mintCanary } from './full-canary.ts';
import type { Canary } from './full-canary.ts';

const key = Buffer.from('a key of the project');
const run = '2026-06-09-smoke';
const planted: Canary = { run, patient: 41, consultation: 3, take: 2, kind: 'reason' };
const token = mintCanary(key, planted);
const canaries: fc.Arbitrary<Canary> = fc.record({
  run: fc.constant(run),
  patient: fc.integer({ min: 0, max: 0xff_ffff }),
  consultation: fc.integer({ min: 0, max: 0xff_ffff }),
  take: fc.integer({ min: 0, max: 0xfff }),
  kind: fc.constantFrom('reason', 'message', 'document', 'file', 'picture', 'insurance-card'),
});

const eachCharacter = (write: (code: number, character: string) => string) => (text: string) =>
  text.replace(/[\s\S]/g, (character) => write(character.charCodeAt(0), character));
const chunked = (size: number, between: string) => (text: string) =>
  text.replace(new RegExp(`(.{${size}})`, 'g'), `$1${between}`);
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const table: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  plain: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'bytes of UTF-8': (text) => Buffer.from(text),
  'bytes of UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'inside words': (text) => `xx${text}xx`,
  'spaces between all characters': chunked(1, ' '),
  'line breaks': chunked(10, '\r\n'),
  'quoted mail': chunked(30, '\r\n> '),
  'soft hyphens': chunked(3, '\u00ad'),
  'soft hyphens in UTF-8': (text) => Buffer.from(chunked(3, '\u00ad')(text)),
  'zero-width spaces': chunked(5, '\u200b'),
  hyphens: chunked(4, '-'),
  'highlighting tags': chunked(9, '</mark><mark class="hit">'),
  'word break opportunities': chunked(6, '<wbr>'),
  'decimal entities': eachCharacter((code) => `&#${code};`),
  'hexadecimal entities': eachCharacter((code) => `&#x${hex(code, 2)};`),
  'soft hyphen entities': chunked(7, '&shy;'),
  'URL escapes': eachCharacter((code) => `%${hex(code, 2)}`),
  'URL escapes twice': eachCharacter((code) => `%25${hex(code, 2)}`),
  'JSON escapes': eachCharacter((code) => String.raw`\u${hex(code, 4)}`),
  'a JSON string of broken lines': (text) => JSON.stringify({ text: chunked(20, '\n')(text) }),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify({ text: chunked(20, '\n')(text) })),
  'quoted-printable': eachCharacter((code) => `=${hex(code, 2).toUpperCase()}`),
  'quoted-printable soft line breaks': chunked(25, '=\r\n'),
  base64,
  'base64, second alignment': (text) => base64(`.${text}`),
  'base64, third alignment': (text) => base64(`..${text}`),
  'base64 of upper case': (text) => base64(text.toUpperCase()),
  'base64 after other base64 characters': (text) => `path/${base64(text)}`,
  base64url: (text) => Buffer.from(`\u00ff\u00fe?>${text}`).toString('base64url'),
  'base64 over lines': (text) => chunked(64, '\r\n')(base64(text)),
  'base64 over lines in JSON': (text) => JSON.stringify(chunked(76, '\n')(base64(text))),
  'base64 in a URL': (text) => encodeURIComponent(base64(`>>>${text}???`)),
  'base64 of base64': (text) => base64(base64(text)),
  'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'base64 among binary': (text) =>
    Buffer.concat([Buffer.alloc(99, 0xd8), Buffer.from(text)]).toString('base64'),
};

for (const [name, disguise] of Object.entries(table)) {
  test(`reads a canary: ${name}`, () => {
    fc.assert(
      fc.property(canaries, (canary) => {
        const sightings = findCanaries(key, run, disguise(`Dear ${mintCanary(key, canary)}, yes`));
        assert.equal(sightings.length, 1, JSON.stringify(sightings));
        const [{ form, ...sighting } = { form: 'none' }] = sightings;
        assert.deepEqual(sighting, { integrity: 'authentic', ...canary });
        assert.notEqual(form, 'none');
      }),
      { numRuns: 25 },
    );
  });
}

test('tells whose a canary is by its MAC', () => {
  const elsewhere = mintCanary(key, { ...planted, run: 'another-run' });
  const foreign = mintCanary(Buffer.from('another key'), planted);
  assert.deepEqual(findCanaries(key, run, `${token} ${elsewhere}${foreign}`), [
    { integrity: 'authentic', form: 'plain', ...planted },
    { integrity: 'other-run', form: 'plain', ...planted, run: 'another-run' },
    { integrity: 'foreign', form: 'plain' },
  ]);
});

test('a canary is seen once, however often and in whatever forms it is there', () => {
  const text = `${token} ${token.toUpperCase()} ${base64(`see ${token}`)} ${token.slice(0, 30)}… ${token}`;
  assert.deepEqual(findCanaries(key, run, text), [
    { integrity: 'authentic', form: 'plain', ...planted },
  ]);
});

test('every long enough beginning or end of a canary is partial', () => {
  const least = canaryPrefix.length + 4;
  for (let length = least; length < token.length - canarySuffix.length; length += 1) {
    const [sighting, ...others] = findCanaries(key, run, `Dear ${token.slice(0, length)}… yes`);
    assert.equal(others.length, 0);
    assert.ok(sighting?.integrity === 'partial' && sighting.end === 'head', `${length} characters`);
    assert.ok(token.slice(canaryPrefix.length).startsWith(sighting.fragment));
  }
  for (let start = 1; start <= token.length - canarySuffix.length - 12; start += 1) {
    const [sighting, ...others] = findCanaries(key, run, `…${token.slice(start)} yes`);
    assert.equal(others.length, 0);
    assert.equal(sighting?.integrity, 'partial', `from ${start}`);
  }
});

test('a part of one canary is seen beside the whole of another', () => {
  const other = mintCanary(key, { ...planted, patient: 42 });
  const sightings = findCanaries(key, run, `${token} and ${other.slice(0, 40)}…`);
  assert.deepEqual(
    sightings.map(({ integrity }) => integrity),
    ['authentic', 'partial'],
  );
});

test('ordinary text holds no canary', () => {
  const texts = ['', 'I saw a canary 1 day ago', 'icanary1', 'ICANEND', 'The canary1ans sing.'];
  for (const text of texts) assert.deepEqual(findCanaries(key, run, text), [], text);
});

test('damage beyond repair never reads as another patient or take', () => {
  const body = token.slice(canaryPrefix.length, -canarySuffix.length);
  const damages = fc.array(
    fc.record({
      at: fc.nat(body.length - 1),
      put: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz', '', 'zz'),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(damages, (changes) => {
      const letters = body.split('');
      for (const { at, put } of changes) letters[at] = put;
      const damaged = canaryPrefix + letters.join('') + canarySuffix;
      for (const sighting of findCanaries(key, run, damaged)) {
        if (sighting.integrity !== 'authentic') continue;
        assert.deepEqual(sighting, { integrity: 'authentic', form: sighting.form, ...planted });
      }
    }),
    { numRuns: 5000 },
  );
});

test('a million random bodies and random bytes hold no canary of ours', () => {
  const random = randomBytes(1_000_000);
  assert.deepEqual(findCanaries(key, run, random), []);
  assert.deepEqual(findCanaries(key, run, random.toString('base64')), []);
  const length = 49;
  for (let start = 0; start < 1_000_000; start += 100_000) {
    let text = '';
    for (let at = start; at + length <= start + 100_000; at += 10) {
      const body = Uint8Array.from(random.subarray(at, at + length));
      body[0] = length;
      text += `${canaryPrefix}${encodeCrockford(body)} `;
    }
    for (const { integrity } of findCanaries(key, run, text)) {
      assert.ok(integrity === 'partial' || integrity === 'foreign');
    }
  }
});

test('what does not fit into a canary is refused', () => {
  assert.throws(() => mintCanary(key, { ...planted, run: 'with space' }));
  assert.throws(() => mintCanary(key, { ...planted, kind: 'Upper' }));
  assert.throws(() => mintCanary(key, { ...planted, patient: 0x100_0000 }));
});
