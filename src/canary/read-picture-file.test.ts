import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawPicture } from './encode-picture.ts';
import { mintMark } from './mark.ts';
import { readPictureFile, readPicturesWithin } from './read-picture-file.ts';

const size = { width: 240, height: 240 };
const own = markOf(1);
const foreign = markOf(2);

function markOf(patient: number): Uint8Array {
  return mintMark(Buffer.alloc(32, 7), 'run', { role: 'patient', patient, take: 1 });
}

function drawn(mark: Uint8Array) {
  return sharp(drawPicture(mark, size), { raw: { ...size, channels: 1 } });
}

const formats = ['png', 'jpeg', 'webp', 'avif'] as const;

for (const format of formats)
  test(`a ${format} picture behind another one is read`, async () => {
    const first = await drawn(own).png().toBuffer();
    const behind = await drawn(foreign).toFormat(format).toBuffer();
    assert.deepEqual(await readPictureFile(Buffer.concat([first, behind])), [own, foreign]);
    assert.deepEqual(await readPicturesWithin(Buffer.concat([Buffer.alloc(100), behind])), [
      foreign,
    ]);
  });

for (const format of ['gif', 'webp'] as const)
  test(`every frame of a moving ${format} is read`, async () => {
    const frames = await Promise.all([own, foreign].map((mark) => drawn(mark).png().toBuffer()));
    const moving = sharp(frames, { join: { animated: true } });
    const file = await (format === 'gif' ? moving.gif() : moving.webp()).toBuffer();
    assert.deepEqual(await readPictureFile(file), [own, foreign]);
  });

test('a moving PNG is not read in full, and says so', async () => {
  const png = await drawn(own).png().toBuffer();
  const control = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)]);
  const moving = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
  assert.deepEqual(await readPictureFile(moving), [own, undefined]);
});

test('a picture without a mark is there, and bytes that are no picture are not', async () => {
  const blank = await sharp({ create: { ...size, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();
  assert.deepEqual(await readPictureFile(blank), [undefined]);
  assert.deepEqual(await readPictureFile(Buffer.from('no picture')), []);
  assert.deepEqual(await readPicturesWithin(Buffer.from([0, 0xff, 0xd8, 0xff, 0xe0, 1, 2])), []);
});

test('more pictures than are read are not passed over', async () => {
  const picture = await drawn(own).png().toBuffer();
  const marks = await readPicturesWithin(Buffer.concat(Array.from({ length: 40 }, () => picture)));
  assert.equal(marks.at(-1), undefined);
  assert.equal(marks.length, 33);
});
