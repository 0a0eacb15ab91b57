import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';
import { makeRecording } from '../testing/make-recording.ts';
import { joinRecordings } from './join-recordings.ts';

const green = { r: 20, g: 200, b: 20 };

async function joined(t: TestContext, recordings: Parameters<typeof makeRecording>[0][]) {
  const directory = await mkdtemp(join(tmpdir(), 'join-recordings-'));
  t.after(async () => await rm(directory, { recursive: true }));
  const parts = await Promise.all(recordings.map(makeRecording));
  const inputs = parts.map(
    (part) => new Input({ source: new BufferSource(part), formats: ALL_FORMATS }),
  );
  const path = join(directory, 'joined');
  const lengthSeconds = await joinRecordings(inputs, path);
  const file = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  t.after(() => file.dispose());
  return { lengthSeconds, file };
}

async function timesOf(track: Awaited<ReturnType<Input['getPrimaryVideoTrack']>>) {
  assert.ok(track);
  const times: number[] = [];
  for await (const { timestamp } of new EncodedPacketSink(track).packets()) times.push(timestamp);
  return times;
}

void test('joins sound alone, a picture, and a picture of another size, from wherever each begins', async (t) => {
  const { lengthSeconds, file } = await joined(t, [
    { seconds: 0.5, level: 1, startsAtSeconds: 0.06 },
    { seconds: 0.5, level: 2, colour: green, startsAtSeconds: 0.31 },
    { seconds: 0.5, level: 3, colour: green, size: { width: 320, height: 240 } },
  ]);
  assert.equal(lengthSeconds, 1.5);
  const picture = await file.getPrimaryVideoTrack();
  assert.deepEqual(await timesOf(picture), [0.5, 0.75, 1, 1.25]);
  const sound = await file.getPrimaryAudioTrack();
  assert.ok(sound);
  const levels: number[] = [];
  for await (const { data } of new EncodedPacketSink(sound).packets()) {
    levels.push(Buffer.from(data).readInt16LE(0));
  }
  assert.deepEqual(levels, [1, 1, 2, 2, 3, 3]);
});
