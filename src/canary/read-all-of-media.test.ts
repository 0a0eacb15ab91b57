import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawPicture } from './encode-picture.ts';
import { encodeSound } from './encode-sound.ts';
import { readMedia } from './read-media.ts';
import { clipOf, key, markOf, run, said, saidBy, waveOf, waveWith } from './testing/media-files.ts';

test('each channel is heard by itself: a voice in one alone, and voices that cancel each other out', async () => {
  const own = encodeSound({ patient: markOf(7) }, 2, 16_000);
  const foreign = encodeSound({ patient: markOf(9) }, 2, 16_000).map((sample) => sample / 10);
  const oneSided = await readMedia(key, run, await waveWith([own, foreign]));
  assert.deepEqual(saidBy(oneSided).toSorted(), [
    'clinician nothing',
    'patient 7/1',
    'patient 9/1',
  ]);
  const inverted = own.map((sample) => -sample);
  const cancelled = await readMedia(key, run, await waveWith([own, inverted]));
  assert.ok(saidBy(cancelled).includes('patient 7/1'));
});

test('two channels of the same sound are one', async () => {
  const own = encodeSound({ patient: markOf(7) }, 2, 16_000);
  const reading = await readMedia(key, run, await waveWith([own, own]));
  assert.deepEqual(saidBy(reading), ['patient 7/1', 'clinician nothing']);
});

test('a file of another kind behind the end is read as well', async () => {
  const joined = Buffer.concat([await clipOf(7), await waveOf(9)]);
  assert.ok(saidBy(await readMedia(key, run, joined)).includes('patient 9/1'));
});

test('a picture beside the tracks says whose it is', async () => {
  const cover = await sharp(drawPicture(markOf(9), { width: 200, height: 200 }), {
    raw: { width: 200, height: 200, channels: 1 },
  })
    .jpeg()
    .toBuffer();
  const { beside } = await readMedia(key, run, Buffer.concat([await clipOf(7), cover]));
  assert.deepEqual(beside.map(said), ['9/1']);
});

test('more files than are read are a problem', async () => {
  const wave = await waveOf(7);
  const { problems } = await readMedia(key, run, Buffer.concat(Array(17).fill(wave)));
  assert.deepEqual(problems, ['More files are joined here than were read.']);
});
