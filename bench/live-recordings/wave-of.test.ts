import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeSound } from '../../src/canary/encode-sound.ts';
import { mintMark } from '../../src/canary/mark.ts';
import { readMedia } from '../../src/canary/read-media.ts';
import { key, run } from './recording.ts';
import { waveOf } from './wave-of.ts';

test('pieces of sound lie one after the other in the file', async () => {
  const pieces = [1, 2].map((take) =>
    encodeSound({ patient: mintMark(key, run, { role: 'patient', patient: 7, take }) }, 2, 48_000),
  );
  const { durationMs, sound, problems } = await readMedia(key, run, waveOf(pieces, 48_000));
  const takes = sound?.stretches.flatMap(({ mark }) =>
    mark?.integrity === 'authentic' ? [mark.take] : [],
  );
  assert.deepEqual([takes, durationMs, problems], [[1, 2], 4000, []]);
});
