import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { RecordingStore } from './recording-store.ts';
import type { RoomEvent } from './room-event.ts';
import { Clocks } from './clocks.ts';
import { Rooms } from './rooms.ts';
import { Uploads } from './uploads.ts';

/** Uploads into one room, with a timer that the test lets go off. */
async function startUploads(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'uploads-test-'));
  t.after(async () => await rm(directory, { recursive: true }));
  const events: RoomEvent[] = [];
  const waiting = new Set<() => void>();
  const rooms = new Rooms(
    {
      happened: (room, event) => {
        events.push(event);
        if (event.type === 'room.ended') uploads.roomEnded(room);
      },
      forgotten: () => {},
    },
    new Clocks(),
  );
  const uploads = new Uploads(rooms, new RecordingStore(directory), 10_000, (work) => {
    waiting.add(work);
    return () => waiting.delete(work);
  });
  const room = rooms.open({
    name: 'room-1',
    applicationKey: 'app_one',
    webhookUrl: 'http://clinic.test',
    webhookSecret: 's',
    isRecorded: true,
  });
  const keep = async (upload: ReturnType<Uploads['open']>, index: number): Promise<void> =>
    await uploads.keep(upload.recording.sid, upload.token, {
      index,
      bytes: Buffer.from(String(index)),
      contentType: 'video/webm',
    });
  return { directory, events, rooms, room, uploads, waiting, keep };
}

void test('completes an upload that fell silent after the end, as far as it has no gap', async (t) => {
  const { events, rooms, room, uploads, waiting, keep } = await startUploads(t);
  const upload = uploads.open(room, 'video');
  await keep(upload, 0);
  await keep(upload, 2);
  assert.equal(waiting.size, 0);
  rooms.end(room);
  assert.equal(waiting.size, 1);
  await keep(upload, 3);
  assert.equal(waiting.size, 1);
  for (const work of waiting) work();
  const completed = events.at(-1);
  assert.equal(completed?.type, 'recording.completed');
  assert.equal(completed.recording?.bytes, 1);
  await upload.recording.parts[0]?.stored;
});

void test('a recorder that produced nothing leaves a recording without parts', async (t) => {
  const { events, rooms, room, uploads, waiting } = await startUploads(t);
  const { recording, token } = uploads.open(room, 'audio');
  assert.equal(uploads.finish(recording.sid, token, 0), true);
  rooms.end(room);
  assert.equal(waiting.size, 0);
  assert.deepEqual(
    events.map(({ type, recording: told }) => [type, told?.parts]),
    [
      ['room.started', undefined],
      ['recording.started', 0],
      ['recording.completed', 0],
      ['room.ended', undefined],
    ],
  );
});

void test('keeps no chunk that is part of a recording or of a forgotten one', async (t) => {
  const { directory, room, uploads, keep } = await startUploads(t);
  const upload = uploads.open(room, 'audio');
  await keep(upload, 0);
  uploads.finish(upload.recording.sid, upload.token, 1);
  await upload.recording.parts[0]?.stored;
  assert.deepEqual(await readdir(directory), [`${upload.recording.sid}.0`]);
});
