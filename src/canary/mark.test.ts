import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc16 } from './crc16.ts';
import { isIntactMark, markBytes, mintMark, readMark } from './mark.ts';

const key = Buffer.from('a key of the project');
const content = fc.record({
  role: fc.constantFrom('patient' as const, 'clinician' as const),
  patient: fc.integer({ min: 0, max: 0xff_ffff }),
  take: fc.integer({ min: 0, max: 0xfff }),
});

test('a mark says what it was minted with', () => {
  fc.assert(
    fc.property(content, fc.string(), (said, run) => {
      const mark = mintMark(key, run, said);
      assert.equal(mark.length, markBytes);
      assert.deepEqual(readMark(key, run, mark), { integrity: 'authentic', ...said });
    }),
  );
});

test("another run's and another project's marks are foreign", () => {
  fc.assert(
    fc.property(content, (said) => {
      const foreign = { integrity: 'foreign' };
      assert.deepEqual(readMark(key, 'this', mintMark(key, 'that', said)), foreign);
      assert.deepEqual(
        readMark(key, 'this', mintMark(Buffer.from('other'), 'this', said)),
        foreign,
      );
    }),
  );
});

test('no damage of up to three bits makes another mark', () => {
  const bits = fc.uniqueArray(fc.integer({ min: 0, max: markBytes * 8 - 1 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(content, bits, (said, flipped) => {
      const mark = mintMark(key, 'run', said);
      for (const bit of flipped) mark[bit >> 3] = (mark[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(readMark(key, 'run', mark), undefined);
    }),
    { numRuns: 2000 },
  );
});

test('a million random byte strings hold no authentic mark, intact or not', () => {
  const random = randomBytes(1_000_000 + markBytes);
  for (let start = 0; start < 1_000_000; start += 1) {
    const reading = readMark(key, 'run', random.subarray(start, start + markBytes));
    assert.notEqual(reading?.integrity, 'authentic');
  }
  let intact = 0;
  for (let start = 0; start < 100_000; start += 1) {
    const bytes = Uint8Array.from(random.subarray(start, start + markBytes));
    bytes[0] = 0x20 | ((bytes[0] ?? 0) & 0x1f);
    new DataView(bytes.buffer).setUint16(9, crc16(bytes, 9));
    if (isIntactMark(bytes)) intact += 1;
    assert.notEqual(readMark(key, 'run', bytes)?.integrity, 'authentic');
  }
  assert.equal(intact, 100_000);
});

test('content that does not fit is refused', () => {
  const fits = { role: 'patient', patient: 0, take: 0 } as const;
  assert.throws(() => mintMark(key, 'run', { ...fits, patient: 0x100_0000 }));
  assert.throws(() => mintMark(key, 'run', { ...fits, take: 0x1000 }));
  assert.throws(() => mintMark(key, 'run', { ...fits, take: -1 }));
});
