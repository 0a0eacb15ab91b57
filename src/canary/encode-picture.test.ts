import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { decodeKeyFrame, decodePicture, decodePictureFile } from './decode-picture.ts';
import type { PictureSize } from './encode-picture.ts';
import { drawPicture, encodePicture } from './encode-picture.ts';
import { mintMark } from './mark.ts';
import { sizeOfKeyFrame } from './webp-container.ts';

const key = Buffer.from('a key of the project');
const marks = fc
  .record({
    role: fc.constantFrom('patient' as const, 'clinician' as const),
    patient: fc.integer({ min: 0, max: 0xff_ffff }),
    take: fc.integer({ min: 0, max: 0xfff }),
  })
  .map((content) => mintMark(key, 'run', content));
const sizes = [
  { width: 160, height: 120 },
  { width: 320, height: 240 },
  { width: 640, height: 360 },
];

for (const size of sizes) {
  test(`a key frame of ${size.width} by ${size.height} shows its mark`, async () => {
    await fc.assert(
      fc.asyncProperty(marks, async (mark) => {
        const keyFrame = await encodePicture(mark, size);
        assert.deepEqual(sizeOfKeyFrame(keyFrame), size);
        assert.deepEqual(await decodeKeyFrame(keyFrame), [mark]);
      }),
      { numRuns: 10 },
    );
  });
}

for (const format of ['jpeg', 'png', 'webp'] as const) {
  test(`a blurred ${format} thumbnail of half the size shows its mark`, async () => {
    const size = { width: 320, height: 240 };
    await fc.assert(
      fc.asyncProperty(marks, async (mark) => {
        const thumbnail = await sharp(drawPicture(mark, size), { raw: { ...size, channels: 1 } })
          .resize(160, 120)
          .blur(0.8)
          .toFormat(format, { quality: 60 })
          .toBuffer();
        assert.deepEqual(await decodePictureFile(thumbnail), [mark]);
      }),
      { numRuns: 10 },
    );
  });
}

/** These marks beside each other in so many columns, each as a camera would show it. */
function beside(shown: readonly Uint8Array[], columns: number, tile: PictureSize) {
  const width = tile.width * columns;
  const height = tile.height * Math.ceil(shown.length / columns);
  const pixels = new Uint8Array(width * height).fill(128);
  for (const [index, mark] of shown.entries()) {
    const [left, top] = [(index % columns) * tile.width, Math.floor(index / columns) * tile.height];
    paste(pixels, width, { drawn: drawPicture(mark, tile), size: tile, left, top });
  }
  return { pixels, width, height };
}

interface Drawn {
  readonly drawn: Uint8Array;
  readonly size: PictureSize;
  readonly left: number;
  readonly top: number;
}

function paste(pixels: Uint8Array, width: number, { drawn, size, left, top }: Drawn): void {
  for (let row = 0; row < size.height; row += 1)
    pixels.set(
      drawn.subarray(row * size.width, (row + 1) * size.width),
      (top + row) * width + left,
    );
}

const people = (count: number) =>
  fc.uniqueArray(marks, { minLength: count, maxLength: count, selector: String });

for (const [count, columns, tile] of [
  [2, 2, { width: 200, height: 180 }],
  [2, 2, { width: 640, height: 360 }],
  [2, 1, { width: 320, height: 240 }],
  [3, 3, { width: 240, height: 180 }],
  [4, 2, { width: 320, height: 180 }],
  [9, 3, { width: 200, height: 150 }],
] as const)
  test(`${count} people in ${columns} columns of ${tile.width} pixels are all read`, async () => {
    await fc.assert(
      fc.asyncProperty(people(count), async (shown) => {
        const { pixels, width, height } = beside(shown, columns, tile);
        const read = await decodePicture(pixels, width, height);
        assert.deepEqual(read.map(String).toSorted(), shown.map(String).toSorted());
      }),
      // The reader of codes goes by looks, so that the same ones are tried each time.
      { numRuns: 8, seed: 20200609 },
    );
  });

for (const size of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
])
  test(`whoever is in a corner of a picture of ${size.width} by ${size.height} is read too`, async () => {
    await fc.assert(
      fc.asyncProperty(people(2), async ([large, small]) => {
        assert.ok(large !== undefined && small !== undefined);
        const pixels = drawPicture(large, size);
        const inset = { width: size.width / 4, height: size.height / 4 };
        const [left, top] = [size.width - inset.width - 16, size.height - inset.height - 16];
        paste(pixels, size.width, { drawn: drawPicture(small, inset), size: inset, left, top });
        const read = await decodePicture(pixels, size.width, size.height);
        assert.deepEqual(read.map(String).toSorted(), [large, small].map(String).toSorted());
      }),
      { numRuns: 5, seed: 20200609 },
    );
  });

test('a large code is read through the seams that drawing leaves in it', async () => {
  const size = { width: 480, height: 360 };
  const scale = 12;
  await fc.assert(
    fc.asyncProperty(marks, async (mark) => {
      const seamed = drawPicture(mark, size).map((grey, index) => {
        const isSeam = index % scale === 0 || Math.floor(index / size.width) % scale === 0;
        return isSeam && grey < 128 ? grey + 60 : grey;
      });
      assert.deepEqual(await decodePicture(seamed, size.width, size.height), [mark]);
    }),
    { numRuns: 10 },
  );
});

for (const [name, turn] of [
  ['mirrored', (picture) => picture.flop()],
  ['turned by a quarter', (picture) => picture.rotate(90)],
  ['turned by three degrees', (picture) => picture.rotate(3, { background: 'white' })],
] as const satisfies readonly [string, (picture: Sharp) => Sharp][])
  test(`a picture that is ${name} shows its mark`, async () => {
    const size = { width: 320, height: 240 };
    await fc.assert(
      fc.asyncProperty(marks, async (mark) => {
        const picture = sharp(drawPicture(mark, size), { raw: { ...size, channels: 1 } });
        assert.deepEqual(await decodePictureFile(await turn(picture).png().toBuffer()), [mark]);
      }),
      { numRuns: 10 },
    );
  });

test('grey and RGBA pixels read the same', async () => {
  const size = { width: 320, height: 240 };
  const mark = mintMark(key, 'run', { role: 'patient', patient: 1, take: 1 });
  const grey = drawPicture(mark, size);
  const rgba = new Uint8ClampedArray(grey.length * 4).fill(255);
  grey.forEach((value, index) => rgba.fill(value, index * 4, index * 4 + 3));
  assert.deepEqual(await decodePicture(grey, size.width, size.height), [mark]);
  assert.deepEqual(await decodePicture(rgba, size.width, size.height), [mark]);
  await assert.rejects(decodePicture(grey, 10, 10), /neither grey nor RGBA/u);
});

test('noise, blank pictures and bytes that are no picture show no mark', async () => {
  for (let round = 0; round < 20; round += 1) {
    assert.deepEqual(await decodePicture(randomBytes(160 * 120), 160, 120), []);
    assert.deepEqual(await decodePictureFile(randomBytes(500)), []);
    assert.deepEqual(await decodeKeyFrame(randomBytes(500)), []);
  }
  assert.deepEqual(await decodePicture(new Uint8Array(160 * 120), 160, 120), []);
  assert.deepEqual(await decodePictureFile(new Uint8Array()), []);
});

test('a damaged picture never shows another mark', async () => {
  const mark = mintMark(key, 'run', { role: 'patient', patient: 7, take: 1 });
  const keyFrame = await encodePicture(mark, { width: 160, height: 120 });
  const damages = fc.array(
    fc.tuple(fc.integer({ min: 10, max: keyFrame.length - 1 }), fc.nat(255)),
    {
      minLength: 1,
      maxLength: 10,
    },
  );
  await fc.assert(
    fc.asyncProperty(damages, async (changes) => {
      const damaged = Uint8Array.from(keyFrame);
      for (const [at, value] of changes) damaged[at] = value;
      const read = await decodeKeyFrame(damaged);
      if (read.length > 0) assert.deepEqual(read, [mark]);
    }),
    { numRuns: 100 },
  );
});

test('a picture too small for a code is refused', async () => {
  const mark = mintMark(key, 'run', { role: 'patient', patient: 7, take: 1 });
  await assert.rejects(encodePicture(mark, { width: 64, height: 64 }), /too small/);
});
