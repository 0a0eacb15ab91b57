import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSeams } from '../seams.ts';
import { fakeMixer, fakeRecorder, track } from '../testing/fake-recorder.ts';
import { createRecordingDesk } from './browser/desk-that-knows-its-first-recorder.js';
import fault from './withdrawal-reaches-the-first-recorder-alone.ts';

const connected = { isConnected: true, mode: 'audio', remoteAudio: track('audio') } as const;

void test('a withdrawal stops the recorder of the sound, and not that of the picture', () => {
  const { recorder, asked } = fakeRecorder();
  const desk = createRecordingDesk({ recorder, mixer: fakeMixer });
  desk.media({ ...connected, remoteVideo: null });
  desk.consent('withdrawn');
  assert.deepEqual(asked, ['start audio', 'stop']);
  desk.consent('given');
  desk.media({ ...connected, remoteVideo: track('video') });
  desk.consent('withdrawn');
  assert.deepEqual(asked, ['start audio', 'stop', 'start video']);
});

void test('browsers get the desk that is wrong', () => {
  const sound = defaultSeams.browserModules().get('recording-desk.js');
  const served = fault.apply(defaultSeams).browserModules().get('recording-desk.js');
  assert.ok(served?.includes('createRecordingDesk') && served !== sound);
});
