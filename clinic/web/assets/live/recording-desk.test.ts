import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeMixer, fakeRecorder, track } from '../../../testing/fake-recorder.ts';
import { createRecordingDesk } from './recording-desk.js';

const sound = {
  isConnected: true,
  mode: 'audio',
  remoteAudio: track('audio'),
  remoteVideo: null,
} as const;
const picture = { ...sound, mode: 'video', remoteVideo: track('video') } as const;

function startDesk() {
  const { recorder, asked } = fakeRecorder();
  return { desk: createRecordingDesk({ recorder, mixer: fakeMixer }), asked };
}

void test('records nothing before both sides are connected', () => {
  const { desk, asked } = startDesk();
  desk.media({ ...sound, isConnected: false });
  desk.media({ ...sound, remoteAudio: null });
  assert.deepEqual(asked, []);
  desk.media(sound);
  desk.media(sound);
  assert.deepEqual(asked, ['start audio']);
});

void test('a picture that comes or goes is another recording', () => {
  const { desk, asked } = startDesk();
  for (const media of [sound, picture, picture, sound]) desk.media(media);
  assert.deepEqual(asked, ['start audio', 'start video', 'start audio']);
});

void test('stops while the other side is gone, and goes on when it is back', () => {
  const { desk, asked } = startDesk();
  desk.media(picture);
  desk.pause();
  desk.media(picture);
  assert.deepEqual(asked, ['start video', 'stop', 'start video']);
});

void test('stops at a withdrawal, whatever is recorded, and for good', () => {
  const { desk, asked } = startDesk();
  desk.media(picture);
  desk.consent('withdrawn');
  desk.media(sound);
  desk.pause();
  desk.media(picture);
  assert.deepEqual(asked, ['start video', 'stop']);
});

void test('records nothing while a call is being ended, and goes on if that fails', () => {
  const { desk, asked } = startDesk();
  desk.media(sound);
  desk.hold(true);
  desk.media(picture);
  desk.hold(false);
  desk.close();
  assert.deepEqual(asked, ['start audio', 'stop', 'start video', 'stop', 'close']);
});
