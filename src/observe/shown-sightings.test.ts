import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawPicture } from '../canary/encode-picture.ts';
import { mintMark } from '../canary/mark.ts';
import type { MediaReading } from '../canary/media-reading.ts';
import { shownSightings } from './shown-sightings.ts';
import type { CanaryReader } from './read-text.ts';

const key = Buffer.from('a key of the project');
const reader = { key, run: 'run' } as unknown as CanaryReader;
const tile = { width: 240, height: 180 };

/** A picture of these patients beside each other, as a PNG. */
async function picture(...patients: readonly number[]): Promise<Uint8Array> {
  const tiles = patients.map((patient, index) => ({
    input: Buffer.from(
      drawPicture(mintMark(key, 'run', { role: 'patient', patient, take: 1 }), tile),
    ),
    raw: { ...tile, channels: 1 as const },
    left: index * tile.width,
    top: 0,
  }));
  const width = tile.width * Math.max(1, patients.length);
  const canvas = sharp({ create: { ...tile, width, channels: 3, background: 'white' } });
  return await canvas.composite(tiles).png().toBuffer();
}

/** A file whose picture lasts so many seconds. */
function fileOf(seconds: number): MediaReading {
  const stretch = { track: 0, fromMs: 0, toMs: seconds * 1000, mark: null };
  return { container: 'WebM', durationMs: seconds * 1000, picture: { stretches: [stretch] }, sound: null, beside: [], problems: [] }; // prettier-ignore
}

async function told(...shown: readonly (readonly number[])[]): Promise<string[]> {
  const frames = [];
  for (const [second, patients] of shown.entries())
    frames.push({
      fromMs: second * 1000,
      toMs: (second + 1) * 1000,
      picture: await picture(...patients),
    });
  const sightings = await shownSightings(reader, fileOf(shown.length), frames);
  return sightings.map((one) => {
    const who = one.integrity === 'authentic' ? one.patient : one.integrity;
    return `${who} ${(one.fromMs ?? 0) / 1000}-${(one.toMs ?? 0) / 1000}`;
  });
}

test('neighbours that show the same are one stretch', async () => {
  assert.deepEqual(await told([1], [1], [2]), ['1 0-2', '2 2-3']);
});

test('everybody who is shown beside each other has stretches of their own', async () => {
  const shown = await told([1, 2], [2, 1], [1], [1, 2]);
  assert.deepEqual(shown.toSorted(), ['1 0-4', '2 0-2', '2 3-4']);
});

test('a frame in which nobody can be read is unreadable', async () => {
  assert.deepEqual(await told([1], [], [1]), ['1 0-1', 'unreadable 1-2', '1 2-3']);
});
