import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeMediaRecorder, FakeMediaStream } from '../../../testing/fake-media-recorder.ts';
import { track } from '../../../testing/fake-recorder.ts';
import { createCallRecorder } from './call-recorder.js';

/** A recorder whose sessions the test grants, one by one. */
function startRecorder() {
  FakeMediaRecorder.made.length = 0;
  const states: string[] = [];
  const granted: ((session: string | null) => void)[] = [];
  const uploads: { session: string; chunks: number; finish: PromiseWithResolvers<void> }[] = [];
  const recorder = createCallRecorder({
    MediaRecorder: FakeMediaRecorder as unknown as typeof MediaRecorder,
    MediaStream: FakeMediaStream as unknown as typeof MediaStream,
    openSession: () => new Promise((resolve) => granted.push(resolve as () => void)),
    createUpload: (session: string) => {
      const upload = { session, chunks: 0, finish: Promise.withResolvers<void>() };
      uploads.push(upload);
      return {
        add: () => {
          upload.chunks += 1;
        },
        finish: () => upload.finish.promise,
      };
    },
    onState: (state) => {
      if (states.at(-1) !== state) states.push(state);
    },
  });
  return { recorder, states, granted, uploads, made: FakeMediaRecorder.made };
}

void test('each stretch has a session of its own, and the next begins before the last one stops', async () => {
  const { recorder, granted, uploads, made } = startRecorder();
  const first = recorder.start('audio', [track('audio')]);
  granted[0]?.('one');
  await first;
  made[0]?.produce();
  const second = recorder.start('video', [track('video'), track('audio')]);
  made[0]?.produce();
  assert.equal(made[0]?.state, 'recording');
  granted[1]?.('two');
  await second;
  assert.equal(made[0]?.state, 'inactive');
  made[1]?.produce();
  // What a recorder had left when it was stopped is its own session's.
  assert.deepEqual(
    uploads.map(({ session, chunks }) => [session, chunks]),
    [
      ['one', 3],
      ['two', 1],
    ],
  );
});

void test('a session that comes too late is completed without a chunk', async () => {
  const { recorder, granted, uploads, made } = startRecorder();
  const late = recorder.start('audio', [track('audio')]);
  recorder.stop();
  granted[0]?.('one');
  uploads[0]?.finish.resolve();
  await Promise.race([late, Promise.resolve()]);
  assert.equal(made.length, 0);
});

void test('where nothing may be recorded, what ran before stops', async () => {
  const { recorder, granted, made } = startRecorder();
  const first = recorder.start('audio', [track('audio')]);
  granted[0]?.('one');
  await first;
  const refused = recorder.start('video', [track('video')]);
  granted[1]?.(null);
  await refused;
  assert.equal(made[0]?.state, 'inactive');
  assert.equal(made.length, 1);
});

void test('is done when everything is uploaded, and not before', async () => {
  const { recorder, states, granted, uploads } = startRecorder();
  const first = recorder.start('audio', [track('audio')]);
  granted[0]?.('one');
  await first;
  recorder.close();
  assert.deepEqual(states, ['recording', 'uploading']);
  uploads[0]?.finish.resolve();
  await uploads[0]?.finish.promise;
  await Promise.resolve();
  assert.deepEqual(states, ['recording', 'uploading', 'done']);
});
