import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesBeyond } from './bytes-beyond.ts';
import { encodeClip } from './encode-clip.ts';
import { mintMark } from './mark.ts';
import { readMedia } from './read-media.ts';

const key = new Uint8Array(32).fill(7);
const mark = mintMark(key, 'run', { role: 'patient', patient: 3, take: 1 });
const clip = await encodeClip({ picture: mark, sound: { patient: mark, clinician: mark }, seconds: 3 }); // prettier-ignore
const stale = clip.subarray(clip.length - 1000);
const box = (type: string, content: number) => {
  const bytes = Buffer.alloc(8 + content);
  bytes.writeUInt32BE(bytes.length);
  bytes.write(type, 4, 'latin1');
  return bytes;
};
const wide = Buffer.concat([box('mdat', 20)]);
wide.writeUInt32BE(1);
wide.writeBigUInt64BE(BigInt(wide.length), 8);
const toTheEnd = box('mdat', 20);
toTheEnd.writeUInt32BE(0);
const riff = Buffer.concat([Buffer.from('RIFF'), Buffer.from([5, 0, 0, 0]), Buffer.from('WAVEx')]);
const unknownSize = Buffer.from('1a45dfa3801853806701ffffffffffffff0102', 'hex');

const table: readonly (readonly [string, Uint8Array, number])[] = [
  ['a clip', clip, 0],
  ['a clip and what a buffer held before', Buffer.concat([clip, stale]), stale.length],
  ['a clip and zeros', Buffer.concat([clip, Buffer.alloc(500)]), 0],
  ['a clip and another one', Buffer.concat([clip, clip]), 0],
  ['a segment of unknown length', unknownSize, 0],
  ['boxes', Buffer.concat([box('ftyp', 8), box('moov', 30), box('mdat', 9)]), 0],
  ['boxes and something else', Buffer.concat([box('ftyp', 8), box('moov', 30), Buffer.from('what is this')]), 12],
  ['a box with a long size', Buffer.concat([box('ftyp', 8), wide, Buffer.from('xx')]), 2],
  ['a box to the end', Buffer.concat([box('ftyp', 8), toTheEnd, Buffer.from('xx')]), 0],
  ['a wave file and its padding', Buffer.concat([riff, Buffer.from([9])]), 0],
  ['a wave file and more', Buffer.concat([riff, Buffer.from([0, 1, 2])]), 2],
  ['nothing', new Uint8Array(), 0],
  ['what is no media file', Buffer.from('hello'), 0],
]; // prettier-ignore
for (const [name, bytes, beyond] of table)
  test(`beyond ${name} lie ${beyond} bytes`, () => {
    assert.equal(bytesBeyond(bytes), beyond);
  });

test('a recording with bytes that belong to nothing was not read whole', async () => {
  assert.deepEqual((await readMedia(key, 'run', clip)).problems, []);
  const { problems } = await readMedia(key, 'run', Buffer.concat([clip, stale]));
  assert.deepEqual(problems, ['1000 bytes at its end belong to nothing in it.']);
});
